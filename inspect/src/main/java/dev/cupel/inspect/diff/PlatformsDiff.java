package dev.cupel.inspect.diff;

import java.util.List;

/// How two indexes of images differ, platform by platform. The component names are the keys of its JSON
/// (`docs/schema/diff-platforms-report.schema.json`).
///
/// @param cupel the version that made it
/// @param a the first as the person named it
/// @param platforms that both have, in order of their names
/// @param onlyInA platforms that only the first has
/// @param onlyInB platforms that only the second has
public record PlatformsDiff(
        int schemaVersion, String cupel, String a, String b, List<PlatformRow> platforms, List<String> onlyInA, List<String> onlyInB) {
    public PlatformsDiff {
        platforms = List.copyOf(platforms);
        onlyInA = List.copyOf(onlyInA);
        onlyInB = List.copyOf(onlyInB);
    }

    /// The images of one platform.
    public record PlatformRow(String platform, DiffReport report) {}

    /// Two images that nobody compares by platform.
    public static PlatformsDiff of(DiffReport report) {
        List<PlatformRow> platforms = List.of(new PlatformRow(report.b().platform(), report));
        return new PlatformsDiff(DiffReport.SCHEMA_VERSION, report.cupel(), report.a().reference(), report.b().reference(), platforms, List.of(), List.of());
    }

    /// Whether one of them is refused; a platform that only one side has is a difference.
    public boolean refusedBy(DiffGate gate) {
        boolean alone = gate == DiffGate.DIFFERENCE && !(onlyInA.isEmpty() && onlyInB.isEmpty());
        return alone || platforms.stream().anyMatch(row -> gate.refuses(row.report()));
    }
}
