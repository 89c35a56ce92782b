package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.time.Instant;

/// One thing that a store holds.
///
/// @param digest of the blob, or the diffID of the layer whose tar, index or files it is; of a memo, its key
/// @param sizeBytes of the file, or of all files together
/// @param lastUsed when somebody last looked it up
public record StoredFile(Kind kind, Digest digest, long sizeBytes, Instant lastUsed) {
    /// What it is.
    public enum Kind {
        /// A manifest, configuration or layer as images have it.
        BLOB("blobs"),
        /// The uncompressed tar of a layer.
        TAR("tars"),
        /// What a layer holds, and where.
        INDEX("indexes"),
        /// What was found out about an image.
        MEMO("memos"),
        /// A layer's files, ready to be mounted; an [Annex] has them.
        UNPACKED("unpacked");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }
    }
}
