package dev.cupel.cli.view;

import dev.cupel.cli.terminal.Words;
import dev.cupel.inspect.waste.Waste;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inspect.xray.XrayReport.Contents;
import dev.cupel.inspect.xray.XrayReport.FindingRow;
import dev.cupel.inspect.xray.XrayReport.LayerRow;
import dev.cupel.inspect.xray.XrayReport.PackageRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The report of an image as tables for a log or a pipe.
public record XrayText(XrayReport report, PrintWriter out) {
    private static final int INSTRUCTION = 78;
    private static final int ROWS = 12;

    public void print() {
        head();
        layers();
        waste();
        report.contents().ifPresent(this::contents);
        report.remarks().forEach(remark -> out.println("note: " + remark));
        out.flush();
    }

    private void head() {
        XrayReport.Totals totals = report.totals();
        out.println(Line.of(report.image().reference(), 200) + "  " + report.image().platform() + "  " + report.image().digest());
        out.printf(
                Locale.ROOT, "%s unpacked, %s to pull, %,d files in %d layers; made %s%n",
                Words.size(totals.bytes()), Words.size(totals.transferBytes()), totals.files(), totals.layers(), Line.of(report.image().created(), 40));
        XrayReport.ConfigRow config = report.config();
        row("runs", String.join(" ", config.entrypoint()) + " " + String.join(" ", config.command()));
        row("as", config.user().isEmpty() ? "root (no USER is set)" : config.user());
        row("ports", String.join(" ", config.ports()));
        row("volumes", String.join(" ", config.volumes()));
        XrayReport.BaseRow base = report.base();
        row("base", base.name() + " " + base.digest() + (base.layers() > 0 ? " the lowest %d layer(s): %s".formatted(base.layers(), base.why()) : ""));
    }

    private void row(String name, String value) {
        if (!value.isBlank()) {
            out.printf("  %-8s %s%n", name, Line.of(value.strip(), 140));
        }
    }

    private void layers() {
        out.printf("%n%5s  %9s  %9s  %6s %7s %7s  %9s  %s%n", "layer", "unpacked", "to pull", "added", "changed", "removed", "unseen", "instruction");
        for (LayerRow layer : report.layers()) {
            out.printf(
                    Locale.ROOT, "%4d%s  %9s  %9s  %,6d %,7d %,7d  %9s  %s%n",
                    layer.index(), layer.base() ? "b" : " ", Words.size(layer.bytes()), Words.size(layer.transferBytes()),
                    layer.added(), layer.changed(), layer.removed(), layer.hiddenBytes() == 0 ? "–" : Words.size(layer.hiddenBytes()),
                    Line.of(layer.instruction(), INSTRUCTION));
        }
        if (report.layers().stream().anyMatch(LayerRow::base)) {
            out.println("   b: of the base image");
        }
    }

    private void waste() {
        XrayReport.ReclaimableRow account = report.reclaimable();
        out.printf("%nreclaimable: %s, of which %s for free and %s that no container can see%n", Words.size(account.bytes()), Words.size(account.freeBytes()), Words.size(account.hiddenBytes()));
        for (Waste waste : account.rows().stream().limit(ROWS).toList()) {
            out.printf(Locale.ROOT, "  %9s  %-17s %,6d files, such as %s%n", Words.size(waste.bytes()), waste.kind().word(), waste.files(), Line.of(waste.largest().getFirst().path(), 70));
            out.printf("             → %s%n", waste.fix());
        }
        more(account.rows().size(), ROWS);
        XrayReport.DiveRow dive = report.dive();
        out.printf(
                Locale.ROOT, "by dive's rules: efficiency %.4f %%, wasted %s%s%n",
                100 * dive.efficiency(), Words.size(dive.wastedBytes()),
                dive.wastedUserShare().map(share -> String.format(Locale.ROOT, ", %.4f %% of what lies above the first layer", 100 * share)).orElse(""));
    }

    private void contents(Contents contents) {
        Map<String, Long> ecosystems = contents.packages().stream().collect(Collectors.groupingBy(PackageRow::ecosystem, TreeMap::new, Collectors.counting()));
        String counted = ecosystems.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT, "%npackages: %s%s; %,d files belong to none%n",
                counted.isEmpty() ? "none found" : counted, contents.distribution().isEmpty() ? "" : " on " + Line.of(contents.distribution(), 60), contents.unowned());
        Map<String, List<FindingRow>> kinds = contents.findings().stream().collect(Collectors.groupingBy(FindingRow::kind, TreeMap::new, Collectors.toList()));
        out.println("findings: " + (kinds.isEmpty() ? "none" : ""));
        kinds.forEach((kind, rows) -> out.printf("  %4d %-24s %s%n", rows.size(), kind, Line.of(rows.stream().limit(4).map(FindingRow::where).collect(Collectors.joining(" ")), 100)));
    }

    private void more(int all, int shown) {
        if (all > shown) {
            out.printf("  … and %d more; --format json has all%n", all - shown);
        }
    }
}
