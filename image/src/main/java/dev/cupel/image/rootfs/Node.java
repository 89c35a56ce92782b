package dev.cupel.image.rootfs;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;

/// One path of the merged view: the entry that is visible there and the layer it comes from (0 is the lowest).
public record Node(Entry entry, int layer) {
    public ImagePath path() {
        return entry.path();
    }
}
