package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import java.util.Collection;
import java.util.Optional;

/// Which package owns which path.
public interface PackageIndex {
    /// All installed packages, by name.
    Collection<OsPackage> packages();

    /// The package that owns a path (a file, link or, for directories, the first by name that lists it).
    Optional<OsPackage> ownerOf(ImagePath path);

    Optional<OsPackage> named(String name);
}
