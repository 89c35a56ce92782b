package dev.cupel.image.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// A file that grows under a name of its own beside the one it will have. Its writer holds a lock on it, which the kernel drops
/// with the process: that tells the parts that a kill left behind, and the next part made in the folder takes them away.
record PartFile(Path path, FileChannel channel) implements AutoCloseable {
    private static final String PREFIX = ".cupel-";
    private static final String SUFFIX = ".part";

    static PartFile beside(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent() == null ? Path.of("/") : target.toAbsolutePath().getParent();
        sweep(folder);
        Path path = Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", SUFFIX);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        PartFile part = new PartFile(path, channel);
        try {
            channel.lock();
            return part;
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    OutputStream output() {
        // The channel stays open, and with it the lock, when the stream is closed.
        return new OutputStream() {
            private final OutputStream out = Channels.newOutputStream(channel);

            @Override
            public void write(int one) throws IOException {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }
        };
    }

    /// Gives the file its name, readable for all.
    void becomes(Path target) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private static void sweep(Path folder) throws IOException {
        String own = PREFIX + ProcessHandle.current().pid() + "-";
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path part : parts) {
                if (!part.getFileName().toString().startsWith(own) && Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                    sweepOne(part);
                }
            }
        }
    }

    /// In a folder for all, such as `/tmp`, parts of others lie too: what may not be looked at or taken away is theirs to sweep.
    private static void sweepOne(Path part) throws IOException {
        try {
            if (isAbandoned(part)) {
                Files.deleteIfExists(part);
            }
        } catch (FileSystemException e) {
            return;
        }
    }

    /// An empty one may be one that its living writer has not locked yet; that takes no minute.
    private static boolean isAbandoned(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            boolean begun = channel.size() > 0 || Files.getLastModifiedTime(part).toInstant().isBefore(Instant.now().minusSeconds(60));
            return lock != null && begun;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
