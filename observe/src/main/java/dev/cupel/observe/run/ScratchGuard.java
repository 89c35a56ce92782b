package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches how much a container has written. Disk quotas need a file system that has them and a loop device needs root; looking
/// twice a second needs neither, and a container that writes on and on is ended with a reason instead of an odd error.
///
/// @param directories where all it writes ends up, on one file system; at least one
record ScratchGuard(List<Path> directories, long limitBytes) {
    static final Duration EVERY = Duration.ofMillis(500);

    ScratchGuard {
        directories = List.copyOf(directories);
    }

    /// The free space to compare with later.
    long freeBytes() throws IOException {
        return store().getUsableSpace();
    }

    /// Whether the container has written more than it may. The free space is asked first, which costs one system call; only when
    /// that has shrunk by as much are the files counted. Both must agree: others write to the disk too, and sparse files look large.
    boolean exceeded(long freeAtStart) throws IOException {
        return limitBytes > 0 && freeAtStart - freeBytes() > limitBytes && writtenBytes() > limitBytes;
    }

    private FileStore store() throws IOException {
        return Files.getFileStore(directories.getFirst());
    }

    private long writtenBytes() throws IOException {
        Sum sum = new Sum();
        for (Path directory : directories) {
            Files.walkFileTree(directory, sum);
        }
        return sum.bytes;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE; // removed by the container since it was listed: counts nothing
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
