package dev.cupel.inventory.packages;

import dev.cupel.image.ImagePath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a database says of one package, before links are followed and dependencies resolved.
///
/// @param listed the paths as the database spells them
record PackageRecord(
        String kind,
        String name,
        String version,
        String architecture,
        String source,
        String sourceVersion,
        List<String> licences,
        boolean essential,
        List<String> depends,
        List<String> provides,
        ImagePath evidence,
        List<String> listed) {
    String identity() {
        return OsPackage.identity(name, architecture, version);
    }

    /// How many paths have nothing below them: the files, and the few directories that are empty.
    int leaves() {
        Set<String> parents = new HashSet<>();
        listed.forEach(path -> parents.add(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
        return (int) listed.stream().filter(path -> !parents.contains(path) && !path.equals("/.")).distinct().count();
    }
}
