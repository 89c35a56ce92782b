package dev.cupel.inspect.diff;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A text file of two images, line by line, as `diff -u` has it.
public record ContentDiff(RootFs before, RootFs after) {
    private static final int LARGEST = 8 << 20;

    /// Empty if they are the same. A file that only one side has is compared with nothing; one that neither has, or that is no text, is a
    /// [CupelException].
    public List<String> lines(ImagePath path) throws IOException {
        Optional<byte[]> one = before.read(path, LARGEST);
        Optional<byte[]> other = after.read(path, LARGEST);
        if (one.isEmpty() && other.isEmpty()) {
            throw new CupelException(
                    Fault.USAGE, "Neither image has a file " + Quoted.of(path.text()) + " of at most 8 MiB.", "See `cupel diff` without --content for the paths that differ.");
        }
        List<String> a = text(path, one);
        List<String> b = text(path, other);
        return new LineDiff(a, b).unified("a" + path, "b" + path);
    }

    private static List<String> text(ImagePath path, Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            return List.of();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
            if (text.indexOf('\0') < 0) {
                return text.lines().toList();
            }
        } catch (CharacterCodingException e) {
            throw noText(path);
        }
        throw noText(path);
    }

    private static CupelException noText(ImagePath path) {
        return new CupelException(Fault.USAGE, path + " is no text.", "`cupel diff --format json` tells which entries of an archive differ.");
    }
}
