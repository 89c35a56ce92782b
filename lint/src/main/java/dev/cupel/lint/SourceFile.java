package dev.cupel.lint;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.lint.check.IgnoredPaths;
import dev.cupel.lint.dockerfile.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A Dockerfile on the disk, and the .dockerignore that belongs to it.
public record SourceFile(Path path) {
    private static final int LARGEST = 1 << 20;

    public SourceText read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return read(path.toString(), in);
        }
    }

    /// Reads a Dockerfile from anywhere; one that is too large for one is a [CupelException].
    public static SourceText read(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new CupelException(
                    Fault.INPUT,
                    Quoted.of(name) + " has more than 1 MB; nobody wrote that by hand.",
                    "For an image in a file write docker-archive:FILE or oci-archive:FILE.");
        }
        if (bytes.length > 0 && new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
            throw new CupelException(
                    Fault.INPUT, Quoted.of(name) + " is no text.", "For an image in a file write docker-archive:FILE or oci-archive:FILE.");
        }
        return SourceText.of(bytes);
    }

    /// `Dockerfile.dockerignore` beside it, else the folder's own.
    public Optional<IgnoredPaths> dockerignore() throws IOException {
        for (Path one : List.of(path.resolveSibling(path.getFileName() + ".dockerignore"), path.resolveSibling(".dockerignore"))) {
            if (Files.isRegularFile(one)) {
                return Optional.of(new IgnoredPaths(new SourceFile(one).read().text().lines().toList()));
            }
        }
        return Optional.empty();
    }
}
