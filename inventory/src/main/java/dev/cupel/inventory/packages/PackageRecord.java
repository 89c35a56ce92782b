package dev.cupel.inventory.packages;

import java.util.List;

/// What a database says of one package, before links are followed and dependencies resolved.
///
/// @param listed the paths as the database spells them
record PackageRecord(
        String kind,
        String name,
        String version,
        String architecture,
        String source,
        boolean essential,
        List<String> depends,
        List<String> provides,
        List<String> listed) {}
