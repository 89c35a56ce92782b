package dev.cupel.slim.report;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.inventory.packages.PackageIndex;
import dev.cupel.slim.keep.KeepSet;
import java.util.Comparator;
import java.util.List;

/// Per package of the operating system: how much of it is left.
record PackageRows(RootFs root, PackageIndex packages, KeepSet kept) {

    /// By name.
    List<SlimReport.PackageRow> rows() {
        return packages.packages().stream()
                .map(this::row)
                .sorted(Comparator.comparing(SlimReport.PackageRow::name))
                .toList();
    }

    private SlimReport.PackageRow row(OsPackage one) {
        int files = 0;
        int keptFiles = 0;
        long bytes = 0;
        long keptBytes = 0;
        for (ImagePath path : one.files()) {
            long size = root.at(path).filter(node -> !node.entry().isDirectory()).map(PackageRows::size).orElse(-1L);
            if (size >= 0) {
                files++;
                bytes += size;
                keptFiles += kept.contains(path) ? 1 : 0;
                keptBytes += kept.contains(path) ? size : 0;
            }
        }
        return new SlimReport.PackageRow(one.name(), one.version(), one.kind(), files, keptFiles, bytes, keptBytes);
    }

    private static long size(Node node) {
        return node.entry().sizeBytes();
    }
}
