package dev.cupel.image.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The files below a directory.
record DirectoryMembers(Path directory) implements Members {
    @Override
    public Optional<Long> size(String name) throws IOException {
        Path file = directory.resolve(name);
        boolean leavesIt = name.startsWith("/") || Arrays.asList(name.split("/")).contains("..");
        return leavesIt || !Files.isRegularFile(file) ? Optional.empty() : Optional.of(Files.size(file));
    }

    @Override
    public Optional<FilePart> place(String name) throws IOException {
        return size(name).map(bytes -> new FilePart(directory.resolve(name), 0, bytes));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(directory.resolve(name));
    }

    @Override
    public void close() {
        // A directory needs no closing.
    }
}
