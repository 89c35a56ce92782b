package dev.cupel.inventory.cataloguer;

import dev.cupel.image.ImagePath;
import java.util.List;

/// Where package managers and systems keep their own books: files that no package lists and that are nobody's software.
public final class Bookkeeping {
    private static final List<ImagePath> FOLDERS = List.of(
            ImagePath.of("/var/lib/dpkg"),
            ImagePath.of("/var/lib/apt"),
            ImagePath.of("/var/cache/apt"),
            ImagePath.of("/var/cache/debconf"),
            ImagePath.of("/lib/apk/db"),
            ImagePath.of("/usr/lib/apk/db"),
            ImagePath.of("/var/cache/apk"),
            ImagePath.of("/var/lib/rpm"),
            ImagePath.of("/usr/lib/sysimage/rpm"),
            ImagePath.of("/usr/share/rpm"),
            ImagePath.of("/var/lib/chisel"));

    private Bookkeeping() {}

    public static boolean has(ImagePath file) {
        return FOLDERS.stream().anyMatch(file::isWithin);
    }
}
