package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.RootFs;
import java.io.IOException;
import java.util.Optional;

/// Where in an image a path that a package database lists really is: links and dpkg's diversions followed. For use by one thread.
public final class ListedPaths {
    private static final int MOST_BYTES = 16 << 20;
    private final RealPlaces places;
    private final Diversions diversions;

    private ListedPaths(RealPlaces places, Diversions diversions) {
        this.places = places;
        this.diversions = diversions;
    }

    public static ListedPaths in(RootFs root) throws IOException {
        String diverted = root.read(DpkgDatabase.HOME.child("diversions"), MOST_BYTES).map(NameBytes::text).orElse("");
        return new ListedPaths(new RealPlaces(root), Diversions.read(diverted));
    }

    /// The place of what `owner` lists as `listed`, absolute or relative to the root; empty if the image does not have it.
    public Optional<ImagePath> placeOf(String owner, String listed) {
        return places.of(diversions.place(ImagePath.of(listed), owner));
    }
}
