package dev.cupel.image.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/// Lets one at a time through, of all processes that use a store: those that begin to work in it, and collectors. Closing it, or
/// dying, opens it for the next.
record Gate(FileChannel channel) implements Closeable {
    private static final long A_MOMENT_NANOS = 1_000_000;

    /// Waits until nobody else is inside.
    static Gate enter(StoreLayout layout) throws IOException {
        Path file = layout.kind("gate");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        while (!locks(channel)) {
            LockSupport.parkNanos(A_MOMENT_NANOS);
        }
        return new Gate(channel);
    }

    /// Waits for other processes; false while another thread of this one is inside, for whom the system does not wait.
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
