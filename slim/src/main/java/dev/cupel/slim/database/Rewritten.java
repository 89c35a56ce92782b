package dev.cupel.slim.database;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The package databases of a slim image.
///
/// @param contents new contents by path; these files belong into the slim image, whoever else asks for them
/// @param dropped files of the databases that no longer tell the truth or tell nothing that is left; they must not stay
/// @param left names of the packages of which a file is left
public record Rewritten(SortedMap<ImagePath, byte[]> contents, SortedSet<ImagePath> dropped, SortedSet<String> left) {
    public Rewritten {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
        dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
        left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
    }

    static Rewritten of(Map<ImagePath, byte[]> contents, Set<ImagePath> dropped, Set<String> left) {
        return new Rewritten(new TreeMap<>(contents), new TreeSet<>(dropped), new TreeSet<>(left));
    }
}
