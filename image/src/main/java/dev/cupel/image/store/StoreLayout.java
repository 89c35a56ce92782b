package dev.cupel.image.store;

import dev.cupel.image.Digest;
import dev.cupel.image.file.Turn;
import java.io.IOException;
import java.nio.file.Path;

/// Where things lie below the store's root. The version is part of the path: an older Cupel finds nothing rather than something
/// that it misreads.
record StoreLayout(Path root) {
    static final String NAMES = "names";

    private static final String VERSION = "v1";

    Path blob(Digest digest) {
        return file("blobs", digest);
    }

    /// The uncompressed tar of a layer whose blob is compressed.
    Path tar(Digest diffId) {
        return file("tars", diffId);
    }

    Path index(Digest diffId) {
        return file("indexes", diffId);
    }

    Path memo(Digest key) {
        return file("memos", key);
    }

    /// The names of an image, one a line.
    Path names(Digest manifest) {
        return file(NAMES, manifest);
    }

    /// The file of this kind for this digest.
    Path file(String kind, Digest digest) {
        return kind(kind).resolve(digest.algorithm()).resolve(digest.hex());
    }

    Path kind(String kind) {
        return root.resolve(VERSION, kind);
    }

    Staging staging() {
        return new Staging(kind("staging"));
    }

    /// Lets one at a time through: those that begin to work in the store, and collectors.
    Turn turn() throws IOException {
        return Turn.take(kind("gate"));
    }

    /// One file for each process at work in the store.
    OwnedFiles leases() {
        return new OwnedFiles(kind("leases"));
    }
}
