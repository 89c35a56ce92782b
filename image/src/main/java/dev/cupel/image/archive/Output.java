package dev.cupel.image.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Takes the files of a layout, one by one, parents before what lies in them.
interface Output extends Closeable {
    void directory(String name) throws IOException;

    void file(String name, byte[] content) throws IOException;

    /// A copy of `source`.
    void file(String name, Path source) throws IOException;
}
