package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.node.MalformedPackageJson;
import dev.cupel.inventory.node.PackageJson;
import java.io.IOException;
import java.util.Optional;

/// Reads the `package.json` of a folder.
record PackageFiles(RootFs root) {
    private static final int MOST_BYTES = 4 << 20;

    /// Empty where there is none, or none that Node.js could read either.
    Optional<PackageJson> in(ImagePath folder) throws IOException {
        Optional<byte[]> json = root.read(folder.child("package.json"), MOST_BYTES);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PackageJson.read(json.get()));
        } catch (MalformedPackageJson e) {
            return Optional.empty(); // Node.js refuses to load anything through such a file
        }
    }
}
