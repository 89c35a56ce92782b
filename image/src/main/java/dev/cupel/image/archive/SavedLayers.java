package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.ImageConfigReader;
import dev.cupel.image.manifest.Images;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.manifest.SavedImage;
import dev.cupel.image.store.ContentStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes an image of a configuration and layers that no manifest names. The manifest that it gets is of Docker's kind: only with
/// that do all engines honour the health check in such a configuration.
record SavedLayers(Members members, ContentStore store, CannotLoad problem) {
    /// Plain layers stay where they are; of a compressed one nothing tells its digest, so that it comes into the store.
    ArchivedImage find(SavedImage saved) throws IOException, MalformedManifest {
        byte[] configBytes = members.read(saved.config(), ImageConfigReader.MOST_BYTES)
                .orElseThrow(() -> problem.because(
                        "its configuration " + Quoted.of(saved.config()) + " is missing", "Save the image again."));
        ImageConfig config = ImageConfigReader.read(configBytes);
        if (config.diffIds().size() != saved.layers().size()) {
            throw new MalformedManifest("manifest.json has %d layers and the configuration %d diffIDs"
                    .formatted(saved.layers().size(), config.diffIds().size()));
        }
        List<Descriptor> layers = new ArrayList<>();
        Map<Digest, String> names = new HashMap<>();
        for (int i = 0; i < saved.layers().size(); i++) {
            Descriptor layer = layer(saved.layers().get(i), config.diffIds().get(i));
            layers.add(layer);
            names.put(layer.digest(), saved.layers().get(i));
        }
        Descriptor configBlob = store.add(MediaTypes.DOCKER_CONFIG, configBytes);
        Manifest.OfImage manifest = new Manifest.OfImage(MediaTypes.DOCKER_MANIFEST, configBlob, layers, new TreeMap<>());
        Image image = Images.of(store.add(MediaTypes.DOCKER_MANIFEST, ManifestWriter.write(manifest)), manifest, config);
        return new ArchivedImage(image, names, members, store, problem);
    }

    private Descriptor layer(String name, Digest diffId) throws IOException {
        long size = members.size(name).orElseThrow(() ->
                problem.because("its layer " + Quoted.of(name) + " is missing", "Save the image again."));
        try (BufferedInputStream content = new BufferedInputStream(members.open(name), 1 << 16)) {
            return switch (Compression.peek(content)) {
                // A plain layer is its own uncompressed tar: the configuration says what its digest must be.
                case NONE -> new Descriptor(MediaTypes.DOCKER_LAYER, diffId, size);
                case GZIP -> store.add(MediaTypes.DOCKER_LAYER_GZIP, content);
                case ZSTD -> store.add(MediaTypes.DOCKER_LAYER_ZSTD, content);
            };
        }
    }
}
