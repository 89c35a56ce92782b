package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeSet;

/// What every OCI layout has besides its index: the marker file and the blobs, as they are in the store.
record LayoutBlobs(Image image, ContentStore store) {
    private static final byte[] MARKER = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    void write(Output out) throws IOException {
        TreeSet<Digest> digests = new TreeSet<>();
        digests.add(image.manifest().digest());
        digests.add(image.configBlob().digest());
        image.layers().stream().map(Layer::blob).map(Descriptor::digest).forEach(digests::add);
        out.directory("blobs");
        for (String algorithm : new TreeSet<>(digests.stream().map(Digest::algorithm).toList())) {
            out.directory("blobs/" + algorithm);
        }
        for (Digest digest : digests) {
            Path blob = store.blob(digest).orElseThrow(() -> new NoSuchFileException("blob " + digest + " is not in the store"));
            out.file(BlobFolder.name(digest), blob);
        }
        out.file("oci-layout", MARKER);
    }
}
