package dev.cupel.slim.subject;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.PackageIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An image whose layers are at hand.
///
/// @param layers lowest first, as in `image`
public record Original(Image image, List<StoredLayer> layers, RootFs root, PackageIndex packages) {
    public Original {
        layers = List.copyOf(layers);
    }

    /// Opens an image whose blobs are in the store. A hostile layer or a broken package database is a [CupelException].
    public static Original of(Image image, ContentStore store) throws IOException {
        RootFs root = LayeredRootFs.of(image, store);
        List<StoredLayer> layers = new ArrayList<>();
        for (Layer layer : image.layers()) {
            layers.add(store.layer(layer));
        }
        try {
            return new Original(image, layers, root, InstalledPackages.in(root));
        } catch (MalformedPackageDatabase e) {
            throw new CupelException(
                    Fault.INPUT,
                    "Cannot read the image's package database: " + e.getMessage() + ".",
                    "Repair the image; a scanner could not tell either what is installed in it.",
                    e);
        }
    }

    /// Bytes of all files in all layers, hidden ones too: what `docker images` counts.
    public long bytes() {
        return layers.stream()
                .flatMap(layer -> layer.index().entries().stream())
                .mapToLong(entry -> entry.sizeBytes())
                .sum();
    }
}
