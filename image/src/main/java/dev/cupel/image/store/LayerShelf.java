package dev.cupel.image.store;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.compression.DamagedStream;
import dev.cupel.image.compression.ExpansionLimit;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.layer.LayerIndexFile;
import dev.cupel.image.layer.LayerIndexer;
import dev.cupel.image.compact.DamagedRecord;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Layers ready for random access. A plain blob serves as it is; beside a compressed one lies its tar, and beside each its index.
final class LayerShelf {
    private final ContentStore store;

    LayerShelf(ContentStore store) {
        this.store = store;
    }

    StoredLayer open(Layer layer) throws IOException {
        Optional<StoredLayer> known = known(layer.diffId());
        return known.isPresent() ? known.get() : make(layer);
    }

    Optional<StoredLayer> known(Digest diffId) throws IOException {
        Optional<Path> tar = store.touched(store.layout().tar(diffId));
        tar = tar.isPresent() ? tar : store.blob(diffId);
        if (tar.isEmpty()) {
            return Optional.empty();
        }
        Optional<LayerIndex> index = index(diffId);
        boolean whole = index.isPresent() && Files.size(tar.get()) == index.get().tarBytes();
        return whole ? Optional.of(new StoredLayer(index.get(), tar.get())) : Optional.empty();
    }

    private Optional<LayerIndex> index(Digest diffId) throws IOException {
        Optional<Path> file = store.touched(store.layout().index(diffId));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LayerIndexFile.read(Files.readAllBytes(file.get())));
        } catch (DamagedRecord e) {
            Files.deleteIfExists(file.get()); // a cache of another version or damaged: it is made again from the layer
            return Optional.empty();
        }
    }

    private StoredLayer make(Layer layer) throws IOException {
        Path blob = store.blob(layer.blob().digest())
                .orElseThrow(() -> new NoSuchFileException("layer " + layer.blob().digest() + " is not in the store"));
        if (Files.size(blob) != layer.blob().sizeBytes()) {
            throw new WrongBlob("layer %s has %d bytes in the store instead of %d"
                    .formatted(layer.blob().digest(), Files.size(blob), layer.blob().sizeBytes()));
        }
        try {
            boolean plain = isPlain(blob);
            StoredLayer made = plain ? fromPlain(layer, blob) : fromCompressed(layer, blob);
            keep(made.index());
            return made;
        } catch (MalformedTar | DamagedStream e) {
            throw new CupelException(
                    Fault.INPUT,
                    "Cannot read layer " + layer.blob().digest() + ": " + e.getMessage() + ".",
                    "The image was built or stored wrongly; build, pull or save it again.",
                    e);
        }
    }

    private static boolean isPlain(Path blob) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(blob))) {
            return Compression.peek(in) == Compression.NONE;
        }
    }

    private static StoredLayer fromPlain(Layer layer, Path blob) throws IOException, MalformedTar {
        requireDiffId(layer, layer.blob().digest());
        try (InputStream in = Files.newInputStream(blob)) {
            return new StoredLayer(indexer().index(in, layer.diffId()), blob);
        }
    }

    private StoredLayer fromCompressed(Layer layer, Path blob) throws IOException, MalformedTar {
        try (StagedFile tar = store.stage();
                DigestedInput in = new DigestedInput(
                        Compression.expand(Files.newInputStream(blob), ExpansionLimit.standard()), layer.diffId().computation());
                TarCopy copy = new TarCopy(in, tar, store)) {
            LayerIndex index = indexer().index(copy, layer.diffId());
            requireDiffId(layer, in.digest(layer.diffId().algorithm()));
            return new StoredLayer(index, tar.commit(store.layout().tar(layer.diffId())));
        }
    }

    private static void requireDiffId(Layer layer, Digest found) throws MalformedTar {
        if (!found.equals(layer.diffId())) {
            throw new MalformedTar("its content has the digest %s, but the image's configuration promises %s"
                    .formatted(found, layer.diffId()));
        }
    }

    private void keep(LayerIndex index) throws IOException {
        byte[] bytes = LayerIndexFile.write(index);
        try (StagedFile file = store.stage()) {
            store.append(file, bytes, 0, bytes.length);
            file.commit(store.layout().index(index.diffId()));
        }
    }

    private static LayerIndexer indexer() {
        return new LayerIndexer(TarLimits.standard());
    }
}
