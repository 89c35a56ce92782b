package dev.cupel.inspect.diff;

import dev.cupel.image.Quoted;
import dev.cupel.inspect.diff.DiffReport.PackageChange;
import dev.cupel.inspect.diff.DiffReport.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A difference that a build can refuse: `cupel diff --fail-on KIND`.
public enum DiffGate {
    /// Anything that is more than a rebuild.
    DIFFERENCE,
    CONFIG,
    FILE,
    PACKAGE,
    PACKAGE_ADDED,
    PACKAGE_REMOVED,
    DOWNGRADE,
    LICENCE,
    /// What only the second image has.
    FINDING,
    SETUID,
    SECRET,
    /// The second is larger.
    GROWTH;

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads a word; another is an [IllegalArgumentException] that names them all.
    public static DiffGate parse(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                Quoted.of(word) + " is none of " + Arrays.stream(values()).map(DiffGate::word).collect(Collectors.joining(", "))));
    }

    /// Whether the second image is refused.
    public boolean refuses(DiffReport report) {
        return switch (this) {
            case DIFFERENCE -> report.verdict() == Verdict.DIFFERENT;
            case CONFIG -> !report.settings().isEmpty();
            case FILE -> report.files().stream().anyMatch(row -> !row.made());
            case PACKAGE -> !report.packages().isEmpty();
            case PACKAGE_ADDED -> has(report, Set.of(PackageChange.ADDED));
            case PACKAGE_REMOVED -> has(report, Set.of(PackageChange.REMOVED, PackageChange.FORGOTTEN));
            case DOWNGRADE -> has(report, Set.of(PackageChange.DOWNGRADED));
            case LICENCE -> report.packages().stream().anyMatch(DiffReport.PackageRow::licencesDiffer);
            case FINDING -> !report.newFindings().isEmpty();
            case SETUID -> finds(report, "setuid");
            case SECRET -> finds(report, "secret");
            case GROWTH -> report.size().after() > report.size().before();
        };
    }

    private static boolean has(DiffReport report, Set<PackageChange> changes) {
        return report.packages().stream().anyMatch(row -> changes.contains(row.change()));
    }

    private static boolean finds(DiffReport report, String kind) {
        return report.newFindings().stream().anyMatch(row -> row.kind().equals(kind));
    }
}
