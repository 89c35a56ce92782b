package dev.cupel.image.registry.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.ManifestReader;
import dev.cupel.image.manifest.ManifestTree;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.RemoteManifest;
import dev.cupel.image.registry.Repository;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.WrongBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings manifests and blobs of one repository into the store.
record ImagePull(Repository place, ContentStore store, Progress progress) {
    private static final int AT_ONCE = 4;

    /// The image for this platform behind a tag or digest, with all its layers.
    Image pull(ImageName name, Platform platform) throws IOException, MalformedManifest {
        Image image = outline(name, platform);
        bring(image.layers().stream().map(Layer::blob).toList());
        return image;
    }

    /// The same without its layers.
    Image outline(ImageName name, Platform platform) throws IOException, MalformedManifest {
        ManifestTree.Found found = new ManifestTree(this::manifest).find(top(name), platform);
        bring(List.of(found.manifest().config()));
        byte[] config = store.read(found.manifest().config().digest(), ImageConfigReader.MOST_BYTES);
        return Images.of(found.descriptor(), found.manifest(), ImageConfigReader.read(config));
    }

    /// The platforms of the images behind a tag or digest.
    List<Platform> platforms(ImageName name) throws IOException, MalformedManifest {
        return new ManifestTree(this::manifest).platforms(List.of(top(name)));
    }

    /// The descriptor of what a name stands for now; its document is in the store. A tag costs a question without a body where the
    /// store has the answer.
    Descriptor top(ImageName name) throws IOException, MalformedManifest {
        Optional<Digest> known = name.digest().isPresent() ? name.digest() : place.digestOf(name.tagOrLatest());
        if (known.isPresent() && store.blob(known.get()).isPresent()) {
            byte[] bytes = store.read(known.get(), ManifestReader.MOST_BYTES);
            return new Descriptor(ManifestReader.read(bytes, "").mediaType(), known.get(), bytes.length);
        }
        RemoteManifest remote = place.manifest(name.manifestReference());
        byte[] bytes = remote.bytes().toArray();
        String type = ManifestReader.read(bytes, remote.mediaType()).mediaType();
        return stored(new Descriptor(type, remote.digest(), bytes.length), bytes);
    }

    /// The bytes of a manifest that an index names.
    byte[] manifest(Descriptor manifest) throws IOException {
        if (store.blob(manifest.digest()).isEmpty()) {
            byte[] bytes = place.manifest(manifest.digest().toString()).bytes().toArray();
            stored(manifest, bytes);
        }
        return store.read(manifest.digest(), ManifestReader.MOST_BYTES);
    }

    /// Brings those blobs that the store lacks, some at a time, each checked against digest and size.
    void bring(List<Descriptor> blobs) throws IOException {
        List<Descriptor> missing = new ArrayList<>();
        for (Descriptor blob : blobs) {
            if (store.blob(blob.digest()).isEmpty() && !missing.contains(blob)) {
                missing.add(blob);
            }
        }
        ByteCount count = new ByteCount(progress, missing.stream().mapToLong(Descriptor::sizeBytes).sum());
        List<FanOut.Task<Boolean>> pulls = new ArrayList<>();
        for (Descriptor blob : missing) {
            pulls.add(() -> pull(blob, count));
        }
        new FanOut(AT_ONCE).all(pulls);
    }

    /// A blob with other content is asked for once more: what broke on the way may be whole the next time.
    private boolean pull(Descriptor blob, ByteCount count) throws IOException {
        try {
            return stored(blob, count);
        } catch (WrongBlob first) {
            try {
                return stored(blob, count);
            } catch (IOException second) {
                second.addSuppressed(first);
                throw second;
            }
        }
    }

    private boolean stored(Descriptor blob, ByteCount count) throws IOException {
        try (InputStream content = count.counting(place.open(blob))) {
            store.add(blob.digest(), blob.sizeBytes(), content);
            return true;
        }
    }

    private Descriptor stored(Descriptor manifest, byte[] bytes) throws IOException {
        try (InputStream content = new ByteArrayInputStream(bytes)) {
            store.add(manifest.digest(), manifest.sizeBytes(), content);
        }
        return manifest;
    }
}
