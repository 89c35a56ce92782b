package dev.cupel.slim.report;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.keep.KeepSet;
import java.util.ArrayList;
import java.util.List;

/// What went, told briefly: a directory of which nothing stays is one row.
final class DroppedPaths {
    private final RootFs root;
    private final KeepSet kept;

    DroppedPaths(RootFs root, KeepSet kept) {
        this.root = root;
        this.kept = kept;
    }

    /// The rows in path order.
    List<SlimReport.DroppedRow> rows() {
        List<SlimReport.DroppedRow> rows = new ArrayList<>();
        collect(ImagePath.ROOT, rows);
        return rows;
    }

    private void collect(ImagePath directory, List<SlimReport.DroppedRow> rows) {
        for (Node child : root.children(directory)) {
            if (kept.contains(child.path())) {
                collect(child.path(), rows);
            } else {
                rows.add(whole(child));
            }
        }
    }

    private SlimReport.DroppedRow whole(Node top) {
        long bytes = 0;
        int files = 0;
        for (Node node : root.walk(top.path()).toList()) {
            if (!node.entry().isDirectory()) {
                bytes += node.entry().sizeBytes();
                files++;
            }
        }
        return new SlimReport.DroppedRow(top.path().text(), bytes, files);
    }
}
