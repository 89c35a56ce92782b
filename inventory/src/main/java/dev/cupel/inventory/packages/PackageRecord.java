package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a database says of one package, before links are followed and dependencies resolved.
///
/// @param module label of the module that it is a part of; empty outside of modules
/// @param publisher rpm's vendor, dpkg's and apk's maintainer; empty where the record names none
/// @param listed the paths as the database spells them
/// @param cameWith how many files it had before it was cut down; 0 if nothing tells that it was
record PackageRecord(
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
        List<String> provides,
        ImagePath evidence,
        List<String> listed,
        int cameWith) {
    String identity() {
        return OsPackage.identity(name, architecture, version);
    }

    /// How many files it came with.
    int files() {
        return Math.max(leaves(), cameWith);
    }

    /// How many paths have nothing below them: the files, and the few directories that are empty.
    private int leaves() {
        Set<String> parents = new HashSet<>();
        listed.forEach(path -> parents.add(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
        return (int) listed.stream().filter(path -> !parents.contains(path) && !path.equals("/.")).distinct().count();
    }
}
