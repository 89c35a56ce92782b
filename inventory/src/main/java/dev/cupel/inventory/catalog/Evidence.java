package dev.cupel.inventory.catalog;

import dev.cupel.image.ImagePath;

/// What tells of a component: a file of the image, and where in it that is an archive (`BOOT-INF/lib/x.jar`; entries of entries
/// joined by `!/`; empty if it is the file itself).
public record Evidence(ImagePath file, String inside) {
    public static Evidence of(ImagePath file) {
        return new Evidence(file, "");
    }

    @Override
    public String toString() {
        return inside.isEmpty() ? file.text() : file.text() + "!/" + inside;
    }
}
