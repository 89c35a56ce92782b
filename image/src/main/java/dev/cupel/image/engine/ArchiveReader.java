package dev.cupel.image.engine;

import java.io.IOException;
import java.io.InputStream;

/// Takes in an exported image while it streams; the stream is closed behind it.
@FunctionalInterface
public interface ArchiveReader<T> {
    T read(InputStream tar) throws IOException;
}
