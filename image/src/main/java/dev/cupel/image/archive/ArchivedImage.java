package dev.cupel.image.archive;

import dev.cupel.image.Digest;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.layer.LayerIndexer;
import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.TarFiles;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.source.Look;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image whose layers are in an archive.
///
/// @param names of the archive's files by the digest of the layer's blob; one that is not here must be in the store
record ArchivedImage(Image image, Map<Digest, String> names, Members members, ContentStore store, CannotLoad problem) {
    ArchivedImage {
        names = Map.copyOf(names);
    }

    /// What is done with one while its archive is open.
    @FunctionalInterface
    interface Use<T> {
        T of(ArchivedImage image) throws IOException;
    }

    /// Brings its layers into the store.
    Image load() throws IOException {
        for (Layer layer : image.layers()) {
            bring(layer);
        }
        return image;
    }

    /// Looks at it, its layers where they are, except those that are compressed: they come into the store.
    <T> T look(Look<T> look) throws IOException {
        try (LayerChecks checks = new LayerChecks(problem)) {
            T found = look.at(new FoundImage(image, () -> open(checks)));
            checks.await();
            return found;
        }
    }

    private OpenedImage open(LayerChecks checks) throws IOException {
        List<FanOut.Task<OpenedLayer>> layers = new ArrayList<>();
        image.layers().forEach(layer -> layers.add(() -> open(layer, checks)));
        return OpenedImage.of(image, new FanOut(Runtime.getRuntime().availableProcessors()).all(layers));
    }

    private void bring(Layer layer) throws IOException {
        if (store.blob(layer.blob().digest()).isEmpty()) {
            try (InputStream content = members.open(nameOf(layer))) {
                store.add(layer.blob().digest(), layer.blob().sizeBytes(), content);
            }
        }
    }

    private OpenedLayer open(Layer layer, LayerChecks checks) throws IOException {
        Optional<StoredLayer> stored = store.opened(layer.diffId());
        if (stored.isPresent()) {
            return TarFiles.of(stored.get());
        }
        boolean plain = names.containsKey(layer.blob().digest()) && layer.blob().digest().equals(layer.diffId()) && isPlain(nameOf(layer));
        if (plain) {
            return inPlace(layer, checks);
        }
        bring(layer);
        return TarFiles.of(store.layer(layer));
    }

    private boolean isPlain(String name) throws IOException {
        try (BufferedInputStream content = new BufferedInputStream(members.open(name))) {
            return Compression.peek(content) == Compression.NONE;
        }
    }

    private OpenedLayer inPlace(Layer layer, LayerChecks checks) throws IOException {
        String name = nameOf(layer);
        Members.FilePart place = members.place(name).orElseThrow(() -> new IOException(name + " has no place in its archive"));
        checks.begin(layer.diffId(), place);
        try (InputStream tar = members.open(name)) {
            LayerIndex index = new LayerIndexer(TarLimits.standard()).outline(tar, layer.diffId());
            return new OpenedLayer(index, new TarFiles(index, place.file(), place.start()));
        } catch (MalformedTar e) {
            throw problem.because("its layer " + layer.diffId() + " cannot be read: " + e.getMessage(), "Build or save the image again.");
        }
    }

    private String nameOf(Layer layer) {
        String name = names.get(layer.blob().digest());
        if (name == null) {
            throw problem.because(
                    "it lacks the blob " + layer.blob().digest() + ", and nothing else can stand in for it",
                    "Some tools leave out blobs that a registry has; copy the image from there.");
        }
        return name;
    }
}
