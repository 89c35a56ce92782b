package dev.cupel.inventory.cataloguer;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.packages.PackageIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What cataloguers look at.
public record Scene(OpenedImage image, PackageIndex packages, Optional<Distribution> distribution, Origins origins) {
    /// The merged view of all layers.
    public RootFs root() {
        return image.root();
    }

    /// The whole content of a file; of one that is larger than what can be mapped nothing, which is told in `found`.
    public Optional<ByteBuffer> content(Node file, Collector found) throws IOException {
        long bytes = root().contentOf(file).entry().sizeBytes();
        if (bytes > Integer.MAX_VALUE) {
            found.remark(file.path(), "not looked into, for it has %d bytes: more than 2 GiB".formatted(bytes));
            return Optional.empty();
        }
        return Optional.of(root().map(file));
    }
}
