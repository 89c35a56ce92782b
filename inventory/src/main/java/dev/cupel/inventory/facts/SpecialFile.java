package dev.cupel.inventory.facts;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A file that gives more than its reader has.
///
/// @param mode the low 12 bits
/// @param layer number of the layer it comes from, 0 for the lowest
public record SpecialFile(ImagePath path, SortedSet<Privilege> privileges, int mode, long uid, long gid, int layer) {
    public SpecialFile {
        privileges = Collections.unmodifiableSortedSet(new TreeSet<>(privileges));
    }

    /// What makes it special.
    public enum Privilege {
        SETUID,
        SETGID,
        /// Has `security.capability`.
        CAPABILITY,
        /// Anyone may write; directories only if they are not sticky.
        WORLD_WRITABLE,
        DEVICE
    }
}
