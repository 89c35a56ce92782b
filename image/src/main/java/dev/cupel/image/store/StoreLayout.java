package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.nio.file.Path;

/// Where things lie below the store's root. The version is part of the path: an older Cupel finds nothing rather than something
/// that it misreads.
record StoreLayout(Path root) {
    private static final String VERSION = "v1";

    Path blob(Digest digest) {
        return under("blobs", digest);
    }

    /// The uncompressed tar of a layer whose blob is compressed.
    Path tar(Digest diffId) {
        return under("tars", diffId);
    }

    Path index(Digest diffId) {
        return under("indexes", diffId);
    }

    /// Where files grow before they get their name: the same file system, so that the move is atomic.
    Path staging() {
        return root.resolve(VERSION, "staging");
    }

    Path kind(String kind) {
        return root.resolve(VERSION, kind);
    }

    private Path under(String kind, Digest digest) {
        return root.resolve(VERSION, kind, digest.algorithm(), digest.hex());
    }
}
