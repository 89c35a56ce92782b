package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;

/// The `blobs` folder of an OCI layout: brings blobs into the store, checked.
record BlobFolder(Members members, ContentStore store, CannotLoad problem) {
    static String name(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    void bring(Descriptor blob) throws IOException {
        if (store.blob(blob.digest()).isPresent()) {
            return;
        }
        String name = name(blob.digest());
        if (members.size(name).isEmpty()) {
            throw problem.because(
                    "it lacks the blob " + blob.digest() + ", and nothing else can stand in for it",
                    "Some tools leave out blobs that a registry has; copy the image from there.");
        }
        try (InputStream content = members.open(name)) {
            store.add(blob.digest(), blob.sizeBytes(), content);
        }
    }

    byte[] bringManifest(Descriptor manifest) throws IOException {
        bring(manifest);
        return store.read(manifest.digest(), ManifestReader.MOST_BYTES);
    }
}
