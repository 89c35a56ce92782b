package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// One installed package of the operating system's package manager.
///
/// @param kind `deb`, `apk` or `rpm`
/// @param source name of the source package it was built from; its own name where the database names none
/// @param essential dpkg's `Essential: yes` or priority `required`: part of every system of its kind
/// @param depends names of packages that it needs, alternatives and versions left out, those that are installed only
/// @param files paths it owns, directories too, links of the image already followed on the way (usrmerge: `/usr/bin/x`)
public record OsPackage(
        String kind,
        String name,
        String version,
        String architecture,
        String source,
        boolean essential,
        List<String> depends,
        SortedSet<ImagePath> files) {
    public OsPackage {
        depends = List.copyOf(depends);
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    }
}
