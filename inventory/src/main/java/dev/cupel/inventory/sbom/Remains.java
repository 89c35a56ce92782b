package dev.cupel.inventory.sbom;

import dev.cupel.inventory.packages.OsPackage;

/// A package and how much of it is left in the image: `kept` of `total` files, directories not counted.
public record Remains(OsPackage of, int kept, int total) {
    public Remains {
        if (kept < 0 || kept > total) {
            throw new IllegalArgumentException(of.name() + ": " + kept + " of " + total + " files");
        }
    }
}
