package dev.cupel.image.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/// Lets one at a time through, of all processes that take turns at the same file. Closing it, or dying, ends the turn.
public record Turn(FileChannel channel) implements Closeable {
    private static final long A_MOMENT_NANOS = 1_000_000;

    /// Waits until it is nobody else's turn.
    ///
    /// @param file made if need be, empty, and never removed: who waits holds it open
    public static Turn take(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        while (!locks(channel)) {
            LockSupport.parkNanos(A_MOMENT_NANOS);
        }
        return new Turn(channel);
    }

    /// Waits for other processes; false while it is another thread's of this one, for whom the system does not wait.
    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.lock().isValid();
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
