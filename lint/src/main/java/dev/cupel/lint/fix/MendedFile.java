package dev.cupel.lint.fix;

import dev.cupel.lint.dockerfile.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Puts a new text in the place of a file: whole or not at all, with the file's own mode; a link stays a link.
public record MendedFile(Path path) {
    public void write(SourceText text) throws IOException {
        Path real = path.toRealPath();
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(real);
        Path fresh = Files.createTempFile(real.getParent(), ".cupel-lint", ".tmp");
        try {
            Files.write(fresh, text.bytes());
            Files.setPosixFilePermissions(fresh, mode);
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
