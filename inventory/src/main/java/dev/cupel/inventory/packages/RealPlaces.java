package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the paths of a package database really are: a package lists `/bin/sh`, the image has `/bin` as a link to `usr/bin`.
/// Remembers the directories it has followed, for a database names each of them many times. For use by one thread.
final class RealPlaces {
    private final RootFs root;
    private final Map<ImagePath, Optional<ImagePath>> directories = new HashMap<>();

    RealPlaces(RootFs root) {
        this.root = root;
        directories.put(ImagePath.ROOT, Optional.of(ImagePath.ROOT));
    }

    /// The place of the entry itself, links followed on the way but not at its end; empty if nothing is there.
    Optional<ImagePath> of(ImagePath listed) {
        return listed.isRoot()
                ? Optional.of(ImagePath.ROOT)
                : directory(listed.parent())
                        .map(parent -> parent.child(listed.name()))
                        .filter(path -> root.at(path).isPresent());
    }

    private Optional<ImagePath> directory(ImagePath path) {
        Optional<ImagePath> known = directories.get(path);
        if (known != null) {
            return known;
        }
        Optional<ImagePath> found = root.follow(path) instanceof Resolution.Found(var node, var _) && node.entry().isDirectory()
                ? Optional.of(node.path())
                : Optional.empty();
        directories.put(path, found);
        return found;
    }
}
