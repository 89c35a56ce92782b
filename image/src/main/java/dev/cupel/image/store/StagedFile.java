package dev.cupel.image.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file of the store that grows under a name of its own and gets its real name only when it is complete.
final class StagedFile implements Closeable {
    private final Path path;
    private final FileChannel channel;

    private StagedFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Opens a file that was just made.
    static StagedFile at(Path path) throws IOException {
        return new StagedFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    Path path() {
        return path;
    }

    /// Gives the file its name. Another process may have been faster; its bytes are the same.
    Path commit(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
