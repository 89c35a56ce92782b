package dev.cupel.cli.view;

import dev.cupel.cli.terminal.Words;
import dev.cupel.inspect.diff.DiffReport;
import dev.cupel.inspect.diff.DiffReport.FileRow;
import dev.cupel.inspect.diff.DiffReport.PackageRow;
import dev.cupel.inspect.diff.DiffReport.SettingRow;
import dev.cupel.inspect.xray.XrayReport.FindingRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How two images differ, for a terminal or a log.
public record DiffText(DiffReport report, PrintWriter out) {
    private static final int CAUSES = 15;
    private static final int FILES = 60;

    public void print() {
        out.println("a  " + Line.of(report.a().reference(), 150) + "  " + report.a().digest());
        out.println("b  " + Line.of(report.b().reference(), 150) + "  " + report.b().digest());
        out.println(report.summary());
        settings("configuration", report.settings());
        settings("accounts", report.accounts());
        layers();
        size();
        packages();
        findings("new findings", "+", report.newFindings());
        findings("gone findings", "-", report.goneFindings());
        files();
        report.remarks().forEach(remark -> out.println("note: " + Line.of(remark, 300)));
        out.flush();
    }

    private void settings(String title, List<SettingRow> rows) {
        head(title, rows.size());
        for (SettingRow row : rows) {
            out.printf("  %s%n", Line.of(row.name(), 100));
            minus(row.before());
            plus(row.after());
        }
    }

    private void minus(String text) {
        if (!text.isEmpty()) {
            out.println("    - " + Line.of(text, 160));
        }
    }

    private void plus(String text) {
        if (!text.isEmpty()) {
            out.println("    + " + Line.of(text, 160));
        }
    }

    private void layers() {
        DiffReport.LayersRow layers = report.layers();
        out.printf(
                Locale.ROOT, "%nlayers: %d → %d, the lowest %d the same, %d shared in all; a machine with a pulls %s to get b%n",
                layers.a(), layers.b(), layers.sharedLowest(), layers.shared(), Words.size(layers.transferBytes()));
    }

    private void size() {
        DiffReport.SizeRow size = report.size();
        out.printf("size of what a container sees: %s → %s (%s)%n", Words.size(size.before()), Words.size(size.after()), signed(size.after() - size.before()));
        size.causes().stream().limit(CAUSES).forEach(row -> out.printf("  %10s  %s%n", signed(row.difference()), Line.of(row.cause(), 100)));
        more(size.causes().size(), CAUSES);
    }

    private void packages() {
        head("packages", report.packages().size());
        for (PackageRow row : report.packages()) {
            String versions = row.before().isEmpty() || row.after().isEmpty() ? row.before() + row.after() : row.before() + " → " + row.after();
            out.printf(
                    "  %-10s %s %s (%s)%s%s%n",
                    row.change().word(), Line.of(row.name(), 80), Line.of(versions, 80), row.ecosystem(), row.licencesDiffer() ? ", another licence" : "", row.note().map(note -> ": " + Line.of(note, 160)).orElse(""));
        }
    }

    private void findings(String title, String sign, List<FindingRow> rows) {
        head(title, rows.size());
        rows.stream().limit(FILES).forEach(row -> out.printf("  %s %-22s %s  %s%n", sign, row.kind(), Line.of(row.where(), 80), Line.of(row.what(), 80)));
        more(rows.size(), FILES);
    }

    private void files() {
        List<FileRow> rows = report.files().stream().filter(row -> !row.made()).toList();
        head("files", rows.size());
        for (FileRow row : rows.stream().limit(FILES).toList()) {
            String sign = switch (row.kind()) {
                case ADDED -> "+";
                case REMOVED -> "-";
                case CHANGED -> "~";
            };
            out.printf("  %s %s  %s%n", sign, Line.of(row.path(), 100), Line.of(told(row), 100));
            row.elf().forEach(line -> out.printf("      %s%n", Line.of(line, 160)));
            row.members().stream().limit(5).forEach(member -> out.printf("      %s %s%n", member.kind().word(), Line.of(member.name(), 100)));
        }
        more(rows.size(), FILES);
        long made = report.files().stream().filter(FileRow::made).count();
        if (made > 0) {
            out.printf("  and %d that carry times (logs, caches, compiled Python)%n", made);
        }
    }

    static String told(FileRow row) {
        String what = row.what().stream().filter(one -> !one.equals("file")).collect(Collectors.joining(", "));
        String files = row.files() == 1 ? "" : row.files() + " files";
        String bytes = row.after() == row.before() ? "" : signed(row.after() - row.before());
        return List.of(what, String.join(", ", row.details()), files, bytes).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    static String signed(long bytes) {
        return bytes < 0 ? "−" + Words.size(-bytes) : "+" + Words.size(bytes);
    }

    private void head(String title, int rows) {
        if (rows > 0) {
            out.printf("%n%s: %d%n", title, rows);
        }
    }

    private void more(int all, int shown) {
        if (all > shown) {
            out.printf("  … and %d more; --format json has all%n", all - shown);
        }
    }
}
