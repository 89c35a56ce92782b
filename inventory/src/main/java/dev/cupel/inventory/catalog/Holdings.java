package dev.cupel.inventory.catalog;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The files of a component, directories not counted. A file that several components list belongs to each of them.
///
/// @param present those that the image has; empty, too, where only their number is known, as from most bills of materials
/// @param kept how many the image has
/// @param total how many it came with
public record Holdings(SortedSet<ImagePath> present, int kept, int total) {
    public static final Holdings NONE = new Holdings(Collections.emptySortedSet(), 0);

    public Holdings {
        present = Collections.unmodifiableSortedSet(new TreeSet<>(present));
        if (total < kept || kept < 0 || (kept != present.size() && !present.isEmpty())) {
            throw new IllegalArgumentException(present.size() + " and " + kept + " of " + total + " files");
        }
    }

    public Holdings(SortedSet<ImagePath> present, int total) {
        this(present, present.size(), total);
    }

    /// All files are here, as far as anyone can tell.
    public static Holdings whole(SortedSet<ImagePath> files) {
        return new Holdings(files, files.size());
    }

    /// Nobody tells which files they are.
    public static Holdings counted(int kept, int total) {
        return new Holdings(Collections.emptySortedSet(), kept, total);
    }

    /// What is left where only the paths stay that are accepted; files that nobody lists stay.
    public Holdings keeping(Predicate<ImagePath> accepted) {
        if (present.isEmpty()) {
            return this;
        }
        TreeSet<ImagePath> left = new TreeSet<>(present);
        left.removeIf(accepted.negate());
        return new Holdings(left, total);
    }
}
