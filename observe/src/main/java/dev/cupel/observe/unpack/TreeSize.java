package dev.cupel.observe.unpack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Adds up what a tree holds: the lengths of its files, each name counted.
final class TreeSize extends SimpleFileVisitor<Path> {
    private long bytes;

    /// Zero for a tree that is not there.
    static long of(Path tree) throws IOException {
        TreeSize size = new TreeSize();
        Files.walkFileTree(tree, size);
        return size.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.size();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE; // it went while it was counted
    }
}
