package dev.cupel.image.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes into a directory that may be in use: each file appears complete or not at all.
record DirectoryOutput(Path directory) implements Output {
    @Override
    public void directory(String name) throws IOException {
        Files.createDirectories(directory.resolve(name));
    }

    @Override
    public void file(String name, byte[] content) throws IOException {
        replace(name, part -> Files.write(part, content));
    }

    /// Blobs never change: one that is there already is the same.
    @Override
    public void file(String name, Path source) throws IOException {
        Path target = directory.resolve(name);
        if (!Files.exists(target) || Files.size(target) != Files.size(source)) {
            replace(name, part -> Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING));
        }
    }

    private interface Filling {
        Path fill(Path part) throws IOException;
    }

    private void replace(String name, Filling filling) throws IOException {
        Path target = directory.resolve(name);
        Path part = Files.createTempFile(directory, ".cupel-", ".part");
        try {
            filling.fill(part);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void close() {
        // Every file is complete already.
    }
}
