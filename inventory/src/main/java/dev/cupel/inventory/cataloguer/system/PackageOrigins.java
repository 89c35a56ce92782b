package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.inventory.catalog.Origin;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.inventory.packages.PackageHistory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Since which layer a package is in the image, as the states of its database in the layers tell: each layer that installs
/// anything has the whole database anew, so the layer of the file alone would name the last one for all.
final class PackageOrigins {
    private static final int MOST_BYTES = 64 << 20;
    private final Scene scene;
    private final Map<ImagePath, NavigableMap<Integer, Set<String>>> states = new HashMap<>();

    PackageOrigins(Scene scene) {
        this.scene = scene;
    }

    Origin of(OsPackage one, Collector found) throws IOException {
        NavigableMap<Integer, Set<String>> known = states.get(one.evidence());
        if (known == null) {
            known = read(one.evidence(), found);
            states.put(one.evidence(), known);
        }
        int since = -1;
        for (Map.Entry<Integer, Set<String>> state : known.descendingMap().entrySet()) {
            if (!state.getValue().contains(one.identity())) {
                break;
            }
            since = state.getKey();
        }
        return since < 0 ? Origin.UNKNOWN : scene.origins().of(since);
    }

    private NavigableMap<Integer, Set<String>> read(ImagePath database, Collector found) throws IOException {
        NavigableMap<Integer, Set<String>> read = new TreeMap<>();
        for (int i = 0; i < scene.image().layers().size(); i++) {
            Optional<Entry> entry = scene.origins().entry(i, database).filter(one -> one.isFile() && one.sizeBytes() <= MOST_BYTES);
            if (entry.isPresent()) {
                try {
                    read.put(i, PackageHistory.identities(database, scene.image().layers().get(i).files().head(entry.get(), MOST_BYTES)));
                } catch (MalformedPackageDatabase e) {
                    found.remark(database, "its state in layer %d cannot be read: %s".formatted(i, e.getMessage()));
                }
            }
        }
        return read;
    }
}
