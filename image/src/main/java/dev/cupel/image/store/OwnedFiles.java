package dev.cupel.image.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Files that live as long as the process that made them: each is locked by it and named after it. The kernel drops the lock with
/// the process, which tells what a crash left behind. Make and sweep them behind the [StoreLayout#turn].
record OwnedFiles(Path folder) {
    /// A new file, open and locked.
    Owned create() throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, prefix(), "");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock();
        return new Owned(path, channel);
    }

    /// One such file, in the hands of its owner.
    record Owned(Path path, FileChannel channel) {
        String name() {
            return path.getFileName().toString();
        }
    }

    /// The names of the files whose processes are alive, this one's among them.
    List<String> alive() throws IOException {
        List<Path> alive = all();
        alive.removeAll(abandoned());
        return alive.stream().map(file -> file.getFileName().toString()).toList();
    }

    /// Removes the files of dead processes.
    void sweep() throws IOException {
        for (Path file : abandoned()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> abandoned() throws IOException {
        List<Path> abandoned = new ArrayList<>();
        for (Path file : all()) {
            if (isAbandoned(file)) {
                abandoned.add(file);
            }
        }
        return abandoned;
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    /// Own files are not even opened: POSIX drops all locks that a process has on a file as soon as it closes any descriptor of it.
    private boolean isAbandoned(Path file) throws IOException {
        if (file.getFileName().toString().startsWith(prefix())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String prefix() {
        return ProcessHandle.current().pid() + "-";
    }
}
