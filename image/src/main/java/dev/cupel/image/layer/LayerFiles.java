package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// The contents of one layer's files, wherever they lie. Every method takes an entry of that layer that is a regular file.
public interface LayerFiles {
    /// The whole content, the holes of a sparse file filled.
    InputStream open(Entry file) throws IOException;

    /// The first bytes, `limit` of them at most.
    byte[] head(Entry file, int limit) throws IOException;

    /// The whole content for random access, to be read only; a file above 2 GiB is an [IOException].
    ByteBuffer map(Entry file) throws IOException;

    /// SHA-256 of the content, which is read unless the entry has it.
    default Digest digest(Entry file) throws IOException {
        if (file.content().isPresent()) {
            return file.content().get();
        }
        try (InputStream content = open(file)) {
            return new ContentDigest(file.sizeBytes()).of(content);
        }
    }
}
