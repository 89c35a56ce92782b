package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import java.util.ArrayList;
import java.util.List;

/// Puts manifest and configuration together to an [Image] and checks that they speak of the same layers.
public final class Images {
    private Images() {}

    public static Image of(Descriptor manifest, Manifest.OfImage document, ImageConfig config) throws MalformedManifest {
        List<Digest> diffIds = config.diffIds();
        List<Descriptor> blobs = document.layers();
        if (blobs.size() != diffIds.size()) {
            throw new MalformedManifest("the manifest has %d layers and the configuration %d diffIDs"
                    .formatted(blobs.size(), diffIds.size()));
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < blobs.size(); i++) {
            layers.add(new Layer(blobs.get(i), diffIds.get(i)));
        }
        return new Image(manifest, document.config(), config, layers, document.annotations());
    }
}
