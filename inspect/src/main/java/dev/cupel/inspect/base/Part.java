package dev.cupel.inspect.base;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inspect.xray.XrayReport.FindingRow;
import dev.cupel.inspect.xray.XrayReport.PackageRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What the base image, or the application's own layers, brought.
///
/// @param bytes of its layers' files
/// @param packages that it brought
/// @param packageBytes of their files
/// @param largest of its packages, at most ten
/// @param findings about what its layers hold
public record Part(long bytes, int packages, long packageBytes, List<PackageSize> largest, List<FindingRow> findings) {
    private static final int LARGEST = 10;

    public Part {
        largest = List.copyOf(largest);
        findings = List.copyOf(findings);
    }

    /// A package and the bytes of its files.
    public record PackageSize(String name, String version, long bytes) {}

    /// Of the layers that the predicate names.
    static Part of(XrayReport report, RootFs root, IntPredicate layers) {
        List<PackageRow> packages = report.contents().map(in -> in.packages()).orElse(List.of()).stream()
                .filter(one -> one.layer().filter(layers::test).isPresent())
                .toList();
        return new Part(
                report.layers().stream().filter(layer -> layers.test(layer.index())).mapToLong(XrayReport.LayerRow::bytes).sum(),
                packages.size(),
                packages.stream().mapToLong(PackageRow::bytes).sum(),
                packages.stream()
                        .sorted(Comparator.comparingLong(PackageRow::bytes).reversed().thenComparing(PackageRow::name))
                        .limit(LARGEST)
                        .map(one -> new PackageSize(one.name(), one.version(), one.bytes()))
                        .toList(),
                report.contents().map(in -> in.findings()).orElse(List.of()).stream().filter(one -> layer(one, root).filter(layers::test).isPresent()).toList());
    }

    /// Of what is told about a file, that file's.
    private static Optional<Integer> layer(FindingRow finding, RootFs root) {
        String path = finding.where().split(": ", 2)[0];
        return finding.layer().isPresent() || !path.startsWith("/") || path.equals("/") ? finding.layer() : root.at(ImagePath.of(path)).map(Node::layer);
    }
}
