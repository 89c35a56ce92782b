package dev.cupel.image.engine.transfer;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// An image of an engine that keeps no manifests: its configuration and its plain layers. The manifest that it gets here is the one
/// that its export would get, byte for byte.
///
/// @param id digest of the configuration
public record KnownImage(Digest id, List<Digest> diffIds) {
    public KnownImage {
        diffIds = List.copyOf(diffIds);
    }

    /// The image, if the store has all of it; costs nothing but looking.
    public Optional<Image> in(ContentStore store) throws IOException, MalformedManifest {
        List<Long> sizes = new ArrayList<>();
        for (Digest diffId : diffIds) {
            Optional<Path> blob = store.blob(diffId);
            if (blob.isEmpty()) {
                return Optional.empty();
            }
            sizes.add(Files.size(blob.get()));
        }
        return store.blob(id).isEmpty() ? Optional.empty() : of(store.read(id, ImageConfigReader.MOST_BYTES), sizes, store);
    }

    /// The image of this configuration, whose plain layers have these sizes; empty where the configuration is not this image's.
    Optional<Image> of(byte[] configuration, List<Long> layerBytes, ContentStore store) throws IOException, MalformedManifest {
        ImageConfig config = ImageConfigReader.read(configuration);
        if (!config.diffIds().equals(diffIds)) {
            return Optional.empty(); // in containerd's store an id is a manifest's, and no configuration stands under it
        }
        List<Descriptor> layers = new ArrayList<>();
        for (int i = 0; i < diffIds.size(); i++) {
            layers.add(new Descriptor(MediaTypes.DOCKER_LAYER, diffIds.get(i), layerBytes.get(i)));
        }
        Descriptor configBlob = new Descriptor(MediaTypes.DOCKER_CONFIG, id, configuration.length);
        Manifest.OfImage manifest = new Manifest.OfImage(MediaTypes.DOCKER_MANIFEST, configBlob, layers, new TreeMap<>());
        return Optional.of(Images.of(store.add(MediaTypes.DOCKER_MANIFEST, ManifestWriter.write(manifest)), manifest, config));
    }
}
