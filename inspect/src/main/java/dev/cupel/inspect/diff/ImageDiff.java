package dev.cupel.inspect.diff;

import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Layer;
import dev.cupel.inspect.diff.DiffReport.FileRow;
import dev.cupel.inspect.diff.DiffReport.LayersRow;
import dev.cupel.inspect.diff.DiffReport.PackageRow;
import dev.cupel.inspect.diff.DiffReport.SettingRow;
import dev.cupel.inspect.diff.DiffReport.Verdict;
import dev.cupel.inspect.xray.XrayReport.FindingRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Compares two images; the second is told by how it differs from the first.
public record ImageDiff(Side a, Side b) {
    public DiffReport report() throws IOException {
        List<SettingRow> settings = new Settings(a.opened().image().config(), b.opened().image().config()).rows();
        List<SettingRow> accounts = Settings.accounts(a.inventory().facts().accounts(), b.inventory().facts().accounts());
        List<FileRow> files = new TreeDiff(a.opened().root(), b.opened().root()).rows();
        List<PackageRow> packages = new Packages(a.inventory(), b.inventory(), b.opened().root()).rows();
        boolean same = settings.isEmpty() && accounts.isEmpty() && packages.isEmpty() && files.stream().allMatch(FileRow::made);
        Verdict verdict = verdict(same);
        return new DiffReport(
                DiffReport.SCHEMA_VERSION,
                b.report().cupel(),
                a.report().image(),
                b.report().image(),
                verdict,
                summary(verdict, settings, files, packages),
                settings,
                accounts,
                layers(),
                new SizeCauses(a.inventory(), a.opened().root(), b.inventory(), b.opened().root()).row(),
                files,
                packages,
                only(findings(b), findings(a)),
                only(findings(a), findings(b)),
                remarks());
    }

    private Verdict verdict(boolean same) {
        if (a.opened().image().configBlob().digest().equals(b.opened().image().configBlob().digest())) {
            return Verdict.IDENTICAL;
        }
        return same ? Verdict.REBUILD : Verdict.DIFFERENT;
    }

    private static String summary(Verdict verdict, List<SettingRow> settings, List<FileRow> files, List<PackageRow> packages) {
        return switch (verdict) {
            case IDENTICAL -> "The two are the same image.";
            case REBUILD -> files.isEmpty()
                    ? "Only a rebuild: they differ in nothing but times."
                    : "Only a rebuild: they differ in times and in %d files that carry times.".formatted(files.size());
            case DIFFERENT -> "They differ in %d settings, %d packages and %d paths.".formatted(settings.size(), packages.size(), files.size());
        };
    }

    private LayersRow layers() {
        List<Layer> one = a.opened().image().layers();
        List<Layer> other = b.opened().image().layers();
        int lowest = 0;
        while (lowest < Math.min(one.size(), other.size()) && one.get(lowest).diffId().equals(other.get(lowest).diffId())) {
            lowest++;
        }
        Set<Digest> known = new HashSet<>(one.stream().map(Layer::diffId).toList());
        List<Layer> news = other.stream().filter(layer -> !known.contains(layer.diffId())).toList();
        long bytes = news.stream().mapToLong(layer -> layer.blob().sizeBytes()).sum();
        return new LayersRow(one.size(), other.size(), lowest, other.size() - news.size(), bytes);
    }

    private static List<FindingRow> findings(Side side) {
        return side.report().contents().map(in -> in.findings()).orElse(List.of());
    }

    /// Those of the first that the second lacks; in which layer they lie makes no difference.
    private static List<FindingRow> only(List<FindingRow> these, List<FindingRow> those) {
        Set<String> known = new LinkedHashSet<>(those.stream().map(ImageDiff::key).toList());
        return these.stream().filter(one -> !known.contains(key(one))).toList();
    }

    private static String key(FindingRow one) {
        return one.kind() + "\0" + one.where() + "\0" + one.what();
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (a.inventory().systemDatabase() && !b.inventory().systemDatabase()) {
            remarks.add("the second image has no package database: packages that are gone from the list may still be there");
        }
        return remarks;
    }
}
