package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.time.Instant;

/// One file of the store.
///
/// @param digest of the blob, or the diffID of the layer whose tar or index it is
/// @param lastUsed when somebody last looked it up
public record StoredFile(Kind kind, Digest digest, long sizeBytes, Instant lastUsed) {
    /// What the file is.
    public enum Kind {
        /// A manifest, configuration or layer as images have it.
        BLOB("blobs"),
        /// The uncompressed tar of a layer.
        TAR("tars"),
        /// What a layer holds, and where.
        INDEX("indexes");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }
    }
}
