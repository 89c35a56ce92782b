package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Copies a directory's content and attributes into another directory: owners, modes, times, extended attributes, hard links,
/// links as links. Nothing else may change the source meanwhile.
final class CopiedTree extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;
    private final Map<Object, Path> linked = new HashMap<>();

    CopiedTree(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Path copy = copyOf(directory);
        if (!directory.equals(source)) {
            Files.copy(directory, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Map<String, Object> unix = Files.readAttributes(file, "unix:nlink,ino", LinkOption.NOFOLLOW_LINKS);
        boolean shared = (int) Objects.requireNonNull(unix.get("nlink")) > 1;
        Path first = shared ? linked.putIfAbsent(Objects.requireNonNull(unix.get("ino")), copyOf(file)) : null;
        if (first != null) {
            Files.createLink(copyOf(file), first);
        } else {
            Files.copy(file, copyOf(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
        return FileVisitResult.CONTINUE;
    }

    /// Owner, then mode, then time: the copies inside have changed the directory's.
    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        Map<String, Object> from = Files.readAttributes(directory, "unix:uid,gid,mode,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        for (String name : List.of("uid", "gid", "mode", "lastModifiedTime")) {
            Files.setAttribute(copyOf(directory), "unix:" + name, Objects.requireNonNull(from.get(name)));
        }
        return FileVisitResult.CONTINUE;
    }

    private Path copyOf(Path path) {
        return target.resolve(source.relativize(path));
    }
}
