package dev.cupel.image.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that is written anew and takes its old version's place only when it is complete. What is no plain file, such as
/// `/dev/stdout`, is written to as it is.
record ReplacedFile(Path target) {
    /// Writes the whole content.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 17)) {
                content.writeTo(out);
            }
            return;
        }
        Path directory = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(directory == null ? Path.of("/") : directory, ".cupel-", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 17)) {
                content.writeTo(out);
            }
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
