package dev.cupel.linux.rooted;

import java.io.IOException;
import java.io.InputStream;

/// Where a new file's content comes from.
public sealed interface FileContent {
    /// All that a stream has; whole chunks of zeros become holes.
    static FileContent of(InputStream stream) {
        return new Stream(stream);
    }

    /// A part of another file, copied inside the kernel where it can.
    static FileContent of(SourceFile file, long offset, long length) {
        return new Range(file, offset, length);
    }

    /// Writes it to an open, empty file.
    void copyTo(int descriptor) throws IOException;

    /// See [#of(InputStream)].
    record Stream(InputStream stream) implements FileContent {
        @Override
        public void copyTo(int descriptor) throws IOException {
            new SparseWriter(descriptor).copy(stream);
        }
    }

    /// See [#of(SourceFile, long, long)].
    record Range(SourceFile file, long offset, long length) implements FileContent {
        @Override
        public void copyTo(int descriptor) throws IOException {
            file.copy(offset, length, descriptor);
        }
    }
}
