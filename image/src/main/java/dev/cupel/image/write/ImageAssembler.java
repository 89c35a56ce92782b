package dev.cupel.image.write;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Puts an image together again: the original's configuration with other layers, and a manifest of the original's kind.
public final class ImageAssembler {
    private final ContentStore store;

    public ImageAssembler(ContentStore store) {
        this.store = store;
    }

    /// The new image, all of it in the store.
    ///
    /// @param layers what became of each of the original's layers, lowest first; empty for one of which nothing stays
    /// @param annotations all that the new manifest shall have
    /// @param step the last step of the new history; empty to add none
    public Image assemble(
            Image original, List<Optional<Layer>> layers, SortedMap<String, String> annotations, Optional<String> step)
            throws IOException {
        if (layers.size() != original.layers().size()) {
            throw new IllegalArgumentException("%d layers for an image of %d".formatted(layers.size(), original.layers().size()));
        }
        try {
            byte[] oldConfig = store.read(original.configBlob().digest(), ImageConfigReader.MOST_BYTES);
            List<Optional<Digest>> diffIds =
                    layers.stream().map(layer -> layer.map(Layer::diffId)).toList();
            byte[] newConfig = new ConfigEdit(diffIds, step).apply(oldConfig);
            Descriptor configBlob = store.add(original.configBlob().mediaType(), newConfig);
            return withLayers(original, configBlob, ImageConfigReader.read(newConfig), present(layers), annotations);
        } catch (MalformedManifest e) {
            throw new IllegalStateException("an image that was loaded cannot be read again", e);
        }
    }

    /// The same image with its blobs in another form: equal diffIDs, and so the same configuration.
    public Image repack(Image image, List<Layer> layers) throws IOException {
        try {
            return withLayers(image, image.configBlob(), image.config(), layers, image.annotations());
        } catch (MalformedManifest e) {
            throw new IllegalArgumentException("these are other layers", e);
        }
    }

    private Image withLayers(
            Image original,
            Descriptor configBlob,
            ImageConfig config,
            List<Layer> layers,
            SortedMap<String, String> annotations)
            throws IOException, MalformedManifest {
        String type = original.manifest().mediaType();
        List<Descriptor> blobs = new ArrayList<>();
        for (Layer layer : layers) {
            boolean kept = original.layers().contains(layer);
            blobs.add(kept ? layer.blob() : inKindOf(type, layer.blob()));
        }
        Manifest.OfImage manifest = new Manifest.OfImage(type, configBlob, blobs, annotations);
        return Images.of(store.add(type, ManifestWriter.write(manifest)), manifest, config);
    }

    /// A new layer is called what the manifest's kind calls it.
    private static Descriptor inKindOf(String manifestType, Descriptor blob) {
        Compression compression = MediaTypes.compressionOf(blob.mediaType());
        String type = MediaTypes.layer(compression, manifestType.equals(MediaTypes.DOCKER_MANIFEST));
        return new Descriptor(type, blob.digest(), blob.sizeBytes(), blob.annotations(), blob.platform());
    }

    private static List<Layer> present(List<Optional<Layer>> layers) {
        return layers.stream().flatMap(Optional::stream).toList();
    }
}
