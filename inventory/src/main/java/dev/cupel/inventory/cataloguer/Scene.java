package dev.cupel.inventory.cataloguer;

import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.packages.PackageIndex;
import java.util.Optional;

/// What cataloguers look at.
public record Scene(OpenedImage image, PackageIndex packages, Optional<Distribution> distribution, Origins origins) {
    /// The merged view of all layers.
    public RootFs root() {
        return image.root();
    }
}
