package dev.cupel.image.file;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is written anew and takes its old version's place only when it is complete. What is no plain file, such as
/// `/dev/stdout`, is written to as it is.
///
/// @param target a link is followed: what it leads to is replaced, not the link
public record ReplacedFile(Path target) {
    private static final int BUFFER = 1 << 17;

    /// Writes the whole content.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// A full disk is a [CupelException].
    public void write(Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
                content.writeTo(out);
            }
            return;
        }
        try (PartFile part = PartFile.beside(place())) {
            try (OutputStream out = new BufferedOutputStream(part.output(), BUFFER)) {
                content.writeTo(out);
            }
            part.becomes(place());
        } catch (IOException e) {
            throw FullDisk.instead(e, target);
        }
    }

    /// Makes it a copy of a file, as the kernel copies best.
    public void copyOf(Path source) throws IOException {
        try (PartFile part = PartFile.beside(place());
                FileChannel from = FileChannel.open(source, StandardOpenOption.READ)) {
            long size = from.size();
            for (long at = 0; at < size; ) {
                at += from.transferTo(at, size - at, part.channel());
            }
            part.becomes(place());
        } catch (IOException e) {
            throw FullDisk.instead(e, target);
        }
    }

    /// Finds out before long work whether it will be possible to write; where it is not, that is a [CupelException].
    public void requireWritable() {
        if (Files.isDirectory(target)) {
            throw new CupelException(Fault.USAGE, "Cannot write to " + target + ": it is a directory.", "Name a file in it.");
        }
        Path folder = target.toAbsolutePath().resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            throw new CupelException(
                    Fault.ENVIRONMENT, "Cannot write to " + target + ": there is no directory " + folder + ".", "Make it, or name another place.");
        }
        if (!Files.exists(target) || Files.isRegularFile(target)) {
            WritableDirectory.require(folder);
        }
    }

    private Path place() throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    }
}
