package dev.cupel.inventory.catalog;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The files of a component, directories not counted: those that the image has, of `total` that it came with. A file that
/// several components list belongs to each of them.
public record Holdings(SortedSet<ImagePath> present, int total) {
    public static final Holdings NONE = new Holdings(Collections.emptySortedSet(), 0);

    public Holdings {
        present = Collections.unmodifiableSortedSet(new TreeSet<>(present));
        if (total < present.size()) {
            throw new IllegalArgumentException(present.size() + " of " + total + " files");
        }
    }

    /// All files are here, as far as anyone can tell.
    public static Holdings whole(SortedSet<ImagePath> files) {
        return new Holdings(files, files.size());
    }

    /// How many are in the image.
    public int kept() {
        return present.size();
    }

    /// What is left where only the paths stay that `kept` accepts.
    public Holdings keeping(Predicate<ImagePath> kept) {
        TreeSet<ImagePath> left = new TreeSet<>(present);
        left.removeIf(kept.negate());
        return new Holdings(left, total);
    }
}
