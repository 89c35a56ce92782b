package dev.cupel.cli;

import dev.cupel.image.Digest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Tells one build of Cupel from another by its files' lengths and times: cheaper than reading them, and a build changes them all.
final class Edition {
    private Edition() {}

    /// @param classPath of archives and, while Cupel is tested, of folders
    static String ofClassPath(String classPath) {
        StringBuilder told = new StringBuilder();
        try {
            for (String entry : classPath.split(File.pathSeparator)) {
                if (Files.exists(Path.of(entry))) {
                    Files.walkFileTree(Path.of(entry), new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            told.append(file.getFileName()).append(' ').append(attributes.size()).append(' ').append(attributes.lastModifiedTime()).append('\n');
                            return FileVisitResult.CONTINUE;
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be listed", e);
        }
        return Digest.of(told.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }
}
