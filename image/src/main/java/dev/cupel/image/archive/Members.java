package dev.cupel.image.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The files of an archive or directory by name, such as `blobs/sha256/…`, in any order and as often as needed.
interface Members extends Closeable {
    /// How long the file is; empty if there is none.
    Optional<Long> size(String name) throws IOException;

    /// Where the file lies on disk; empty if there is none.
    Optional<FilePart> place(String name) throws IOException;

    /// A part of a file on disk, from byte `start` on.
    record FilePart(Path file, long start, long sizeBytes) {}

    /// The content of a file that is there.
    InputStream open(String name) throws IOException;

    /// The content of a file that is there and not longer than `limitBytes`; empty otherwise.
    default Optional<byte[]> read(String name, int limitBytes) throws IOException {
        if (size(name).filter(bytes -> bytes <= limitBytes).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            return Optional.of(in.readNBytes(limitBytes));
        }
    }
}
