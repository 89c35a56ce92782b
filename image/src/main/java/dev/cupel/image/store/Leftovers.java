package dev.cupel.image.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/// Files that were growing when their process died: those that nobody holds a lock on.
record Leftovers(StoreLayout layout) {
    void remove() throws IOException {
        if (!Files.isDirectory(layout.staging())) {
            return;
        }
        try (Stream<Path> files = Files.list(layout.staging())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // A file of no bytes may be one that its maker has not locked yet.
            return lock != null && channel.size() > 0;
        } catch (OverlappingFileLockException e) {
            return false; // this very process is writing it
        } catch (NoSuchFileException e) {
            return false; // it got its name in the meantime
        }
    }
}
