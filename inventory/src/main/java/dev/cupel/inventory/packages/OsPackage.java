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
/// @param sourceVersion of that package; its own version where the database names none
/// @param module label of the module that it is a part of (rpm: `nodejs:18:8090020231106:abcd1234`); empty outside of modules
/// @param publisher rpm's vendor, dpkg's and apk's maintainer; empty where the database names none
/// @param licences as the database says; Debian's says nothing, it keeps them in `/usr/share/doc`
/// @param essential dpkg's `Essential: yes` or priority `required`: part of every system of its kind
/// @param depends names of packages that it needs, alternatives and versions left out, those that are installed only
/// @param evidence the database's file that lists it
/// @param listed how many files it came with, directories not counted
/// @param files paths it owns, directories too, links of the image already followed on the way (usrmerge: `/usr/bin/x`)
public record OsPackage(
        String kind,
        String name,
        String version,
        String architecture,
        String source,
        String sourceVersion,
        String module,
        String publisher,
        List<String> licences,
        boolean essential,
        List<String> depends,
        ImagePath evidence,
        int listed,
        SortedSet<ImagePath> files) {
    public OsPackage {
        licences = List.copyOf(licences);
        depends = List.copyOf(depends);
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    }

    /// Tells one build of one package from every other.
    public String identity() {
        return identity(name, architecture, version);
    }

    static String identity(String name, String architecture, String version) {
        return name + ":" + architecture + "@" + version;
    }
}
