package dev.cupel.image.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file of the store that grows under a name of its own and gets its real name only when it is complete.
final class StagedFile implements Closeable {
    private final OwnedFiles.Owned file;

    StagedFile(OwnedFiles.Owned file) {
        this.file = file;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            file.channel().write(rest);
        }
    }

    Path path() {
        return file.path();
    }

    /// Gives the file its name. Another process may have been faster; its bytes are the same.
    Path commit(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }

    @Override
    public void close() throws IOException {
        file.channel().close();
        Files.deleteIfExists(file.path());
    }
}
