package dev.cupel.inspect.diff;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.diff.DiffReport.CauseRow;
import dev.cupel.inspect.diff.DiffReport.SizeRow;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Tells by packages, and for files without one by directories, why one image is larger than the other.
final class SizeCauses {
    private final Map<String, Long> before;
    private final Map<String, Long> after;

    SizeCauses(Inventory inventoryBefore, RootFs rootBefore, Inventory inventoryAfter, RootFs rootAfter) {
        before = sums(inventoryBefore, rootBefore);
        after = sums(inventoryAfter, rootAfter);
    }

    SizeRow row() {
        TreeSet<String> causes = new TreeSet<>(before.keySet());
        causes.addAll(after.keySet());
        List<CauseRow> rows = new ArrayList<>();
        for (String cause : causes) {
            CauseRow row = new CauseRow(cause, before.getOrDefault(cause, 0L), after.getOrDefault(cause, 0L));
            if (row.difference() != 0) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingLong((CauseRow row) -> Math.abs(row.difference())).reversed().thenComparing(CauseRow::cause));
        return new SizeRow(total(before), total(after), rows);
    }

    private static long total(Map<String, Long> sums) {
        return sums.values().stream().mapToLong(one -> one).sum();
    }

    private static Map<String, Long> sums(Inventory inventory, RootFs root) {
        Map<ImagePath, Component> owners = new HashMap<>();
        inventory.components().forEach(one -> one.files().present().forEach(path -> owners.putIfAbsent(path, one)));
        Map<String, Long> sums = new TreeMap<>();
        for (Node node : (Iterable<Node>) root.walk()::iterator) {
            Entry entry = node.entry();
            if (entry.isFile()) {
                Component owner = owners.get(node.path());
                sums.merge(owner == null ? directory(node.path()) : "package " + owner.name(), entry.sizeBytes(), Long::sum);
            }
        }
        return sums;
    }

    /// Two levels tell most: `/opt/app`, `/usr/local`.
    private static String directory(ImagePath path) {
        List<String> parts = path.components();
        return "/" + String.join("/", parts.subList(0, Math.min(2, parts.size() - 1)));
    }
}
