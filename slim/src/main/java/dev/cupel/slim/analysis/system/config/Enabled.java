package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;

/// Debian's way of switching settings on: a link in `mods-enabled` to a file in `mods-available`.
record Enabled(RootFs root) {
    private static final String AVAILABLE = "-available";

    /// Whether a file of settings counts: it lies elsewhere, or a link switches it on.
    boolean isInUse(ImagePath path) {
        ImagePath folder = path.parent();
        if (!folder.name().endsWith(AVAILABLE)) {
            return true;
        }
        String kind = folder.name().substring(0, folder.name().length() - AVAILABLE.length());
        return root.children(folder.parent()).stream()
                .filter(other -> other.entry().isDirectory() && !other.path().equals(folder))
                .flatMap(other -> root.walk(other.path()))
                .filter(node -> node.entry().isSymlink())
                .anyMatch(link -> root.follow(link.path()) instanceof Resolution.Found(var node, var _) && node.path().equals(path))
                || root.children(folder.parent().child(kind + "-enabled")).isEmpty();
    }
}
