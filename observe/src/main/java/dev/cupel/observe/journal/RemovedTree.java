package dev.cupel.observe.journal;

import dev.cupel.linux.mount.MountPoint;
import dev.cupel.linux.mount.Unmount;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Removes a directory and all that is in it, links not followed. What is mounted below is taken away first, so that nothing of
/// another file system is ever removed through a mount that was forgotten.
public final class RemovedTree {
    private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

    private RemovedTree() {}

    /// Removes it; does nothing where nothing is there.
    public static void of(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(directory);
            return;
        }
        Path real = directory.toRealPath();
        List<MountPoint> mounts = MountPoint.all();
        for (MountPoint mount : mounts.reversed()) {
            Path point = Path.of(mount.point());
            if (point.startsWith(real)) {
                Unmount.detach(point);
            }
        }
        Files.walkFileTree(real, new Remover());
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
                Files.setPosixFilePermissions(directory, MINE); // of a container's 0000 directory, where we are not root
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, MINE);
                Files.walkFileTree(file, this);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
