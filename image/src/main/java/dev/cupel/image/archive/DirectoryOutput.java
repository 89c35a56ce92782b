package dev.cupel.image.archive;

import dev.cupel.image.file.ReplacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes into a directory that may be in use: each file appears complete or not at all.
record DirectoryOutput(Path directory) implements Output {
    @Override
    public void directory(String name) throws IOException {
        Files.createDirectories(directory.resolve(name));
    }

    @Override
    public void file(String name, byte[] content) throws IOException {
        new ReplacedFile(directory.resolve(name)).write(out -> out.write(content));
    }

    /// Blobs never change: one that is there already is the same.
    @Override
    public void file(String name, Path source) throws IOException {
        Path target = directory.resolve(name);
        if (!Files.exists(target) || Files.size(target) != Files.size(source)) {
            new ReplacedFile(target).copyOf(source);
        }
    }

    @Override
    public void close() {
        // Every file is complete already.
    }
}
