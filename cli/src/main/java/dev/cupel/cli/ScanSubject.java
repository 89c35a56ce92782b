package dev.cupel.cli;

import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.vulnerability.scan.Scan;
import dev.cupel.vulnerability.watch.WatchedImage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is scanned: what is in it, what is known of it besides, and what it is called.
///
/// @param warnings what else must be known of it
record ScanSubject(Inventory inventory, Scan.Circumstances circumstances, WatchedImage.Name name, List<String> warnings) {
    /// To be remembered.
    ///
    /// @param labels besides the image's own
    WatchedImage watched(Map<String, String> labels, Instant now) {
        SortedMap<String, String> all = new TreeMap<>(name.labels());
        all.putAll(labels);
        WatchedImage.Name called = new WatchedImage.Name(name.name(), name.line(), name.digest(), all);
        return WatchedImage.of(called, inventory, circumstances.baseLayers(), now);
    }
}
