package dev.cupel.slim.database;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.packages.CameWith;
import dev.cupel.inventory.packages.ListedPaths;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What is left of an image, in the words of its package databases.
///
/// @param names packages of which a file is left
/// @param builds the same as `name:architecture`
/// @param cameWith how many files each of them came with, by name and by `name:architecture`
record Left(Set<String> names, Set<String> builds, Map<String, Integer> cameWith, Predicate<ImagePath> kept, ListedPaths paths) {
    /// Whether a package is left, given as `name` or `name:architecture`.
    boolean isLeft(String nameOrBuild) {
        return (nameOrBuild.indexOf(':') < 0 ? names : builds).contains(nameOrBuild);
    }

    /// The lines of a package's record, telling how many files the package came with.
    List<String> counted(String nameOrBuild, List<String> record, CameWith field) {
        return field.told(record, cameWith.getOrDefault(nameOrBuild, 0));
    }

    /// Whether the path that a package lists is left.
    boolean isLeft(String owner, String listed) {
        return paths.placeOf(owner, listed).filter(kept).isPresent();
    }
}
