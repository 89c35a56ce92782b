package dev.cupel.slim.report;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.keep.KeepSet;
import java.util.List;

/// What stays, with its reasons.
record KeptRows(RootFs root, KeepSet kept, ReasonTable reasons) {

    /// Files, links and devices in path order; directories are left out, they follow from these.
    List<SlimReport.KeptRow> rows() {
        return kept.reasons().keySet().stream()
                .flatMap(path -> root.at(path).stream())
                .filter(node -> !node.entry().isDirectory())
                .map(this::row)
                .toList();
    }

    private SlimReport.KeptRow row(Node node) {
        List<Integer> why = kept.why(node.path()).stream().map(reasons::positionOf).toList();
        return new SlimReport.KeptRow(node.path().text(), node.entry().sizeBytes(), why);
    }
}
