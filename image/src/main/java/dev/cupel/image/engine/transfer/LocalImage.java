package dev.cupel.image.engine.transfer;

import dev.cupel.image.Digest;
import dev.cupel.image.engine.EngineImage;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.layer.LayerIndexer;
import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.parallel.FanOut;
import dev.cupel.image.progress.ByteCount;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.TarFiles;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.Memo;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An image of an engine put together from what the store has and what the engine's disk has, without an export.
record LocalImage(EngineImage image, ContentStore store, OverlayStore disk, ByteCount count, Memo lengths) {
    LocalImage(EngineImage image, ContentStore store, OverlayStore disk, ByteCount count) {
        this(image, store, disk, count, new Memo(store, "")); // a length is of a digest: no other program finds another one
    }

    private static final int AT_ONCE = 2;

    /// Brings all of it into the store. Empty when something is missing that only an export brings.
    Optional<Image> load() throws IOException, MalformedManifest {
        Optional<byte[]> config = config();
        if (config.isEmpty() || !bringLayers()) {
            return Optional.empty();
        }
        store.add(MediaTypes.DOCKER_CONFIG, config.get());
        return known().in(store);
    }

    /// Finds it, its layers where they are. Empty as above.
    Optional<FoundImage> find() throws IOException, MalformedManifest {
        Optional<byte[]> config = config();
        if (config.isEmpty() || !disk.isReadable()) {
            return Optional.empty();
        }
        store.add(MediaTypes.DOCKER_CONFIG, config.get()); // by which other images are told to be built on this one
        List<Long> sizes = new ArrayList<>();
        for (Digest diffId : image.diffIds()) {
            lengths.recall(TarLength.class, diffId).ifPresent(length -> sizes.add(length.bytes()));
        }
        if (sizes.size() == image.diffIds().size()) {
            return known().of(config.get(), sizes, store).map(it -> new FoundImage(it, () -> OpenedImage.of(it, layers())));
        }
        List<OpenedLayer> opened = layers();
        for (OpenedLayer layer : opened) {
            lengths.keep(TarLength.class, layer.index().diffId(), new TarLength(layer.index().tarBytes()));
        }
        List<Long> told = opened.stream().map(layer -> layer.index().tarBytes()).toList();
        return known().of(config.get(), told, store).map(it -> new FoundImage(it, () -> OpenedImage.of(it, opened)));
    }

    /// What a layer's tar measures, in bytes: only its record tells, which takes a while to read.
    record TarLength(long bytes) {}

    private List<OpenedLayer> layers() throws IOException {
        List<FanOut.Task<OpenedLayer>> layers = new ArrayList<>();
        for (int i = 0; i < image.diffIds().size(); i++) {
            List<Digest> chain = image.diffIds().subList(0, i + 1);
            layers.add(() -> open(chain));
        }
        return new FanOut(AT_ONCE).all(layers);
    }

    private KnownImage known() {
        return new KnownImage(image.id(), image.diffIds());
    }

    private Optional<byte[]> config() throws IOException {
        if (store.blob(image.id()).isPresent()) {
            return Optional.of(store.read(image.id(), ImageConfigReader.MOST_BYTES));
        }
        if (!disk.isReadable()) {
            return Optional.empty();
        }
        byte[] config = disk.config(image.id());
        return Digest.of(config).equals(image.id()) ? Optional.of(config) : Optional.empty();
    }

    private boolean bringLayers() throws IOException {
        List<FanOut.Task<Boolean>> missing = new ArrayList<>();
        List<Digest> diffIds = image.diffIds();
        for (int i = 0; i < diffIds.size(); i++) {
            if (store.blob(diffIds.get(i)).isEmpty()) {
                List<Digest> chain = diffIds.subList(0, i + 1);
                missing.add(() -> bring(chain));
            }
        }
        return missing.isEmpty()
                || (disk.isReadable() && new FanOut(AT_ONCE).all(missing).stream().allMatch(brought -> brought));
    }

    /// A layer that does not come out as its digest says has been meddled with, or its record is of a kind we do not know.
    private boolean bring(List<Digest> chain) throws IOException {
        try (InputStream tar = count.counting(disk.tar(chain))) {
            return store.add(MediaTypes.DOCKER_LAYER, tar).digest().equals(chain.getLast());
        }
    }

    private OpenedLayer open(List<Digest> chain) throws IOException {
        Digest diffId = chain.getLast();
        Optional<StoredLayer> stored = store.opened(diffId);
        if (stored.isPresent()) {
            return TarFiles.of(stored.get());
        }
        try (InputStream tar = disk.tar(chain)) {
            LayerIndex index = new LayerIndexer(TarLimits.standard()).outline(tar, diffId);
            return new OpenedLayer(index, disk.directory(chain));
        } catch (MalformedTar e) {
            throw new IOException("the layer " + diffId + " cannot be read: " + e.getMessage(), e);
        }
    }
}
