package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.python.EntryPoint;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Files of a `site-packages` that belong together: a distribution, what an OS package put there, or a lone module.
///
/// @param name for people, as in "Python distribution flask"
/// @param anchor the file that stands for all: as soon as it stays, the others do. Not one that is read while the unit is merely
///     looked for, as `METADATA` is
/// @param modules top-level modules and packages that it brings
/// @param entryPoints what it offers to others by name
/// @param requires normal names of the distributions that it asks for
record Unit(
        String name,
        ImagePath anchor,
        SortedSet<ImagePath> files,
        SortedSet<String> modules,
        List<EntryPoint> entryPoints,
        List<String> requires) {
    Unit {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
        entryPoints = List.copyOf(entryPoints);
        requires = List.copyOf(requires);
    }
}
