package dev.cupel.cli.view;

import dev.cupel.cli.terminal.Words;
import dev.cupel.inspect.diff.DiffReport;
import dev.cupel.inspect.diff.DiffReport.FileRow;
import dev.cupel.inspect.diff.DiffReport.SettingRow;
import java.io.PrintWriter;
import java.util.List;

/// How two images differ, for a merge request.
public record DiffMarkdown(DiffReport report, PrintWriter out) {
    private static final int ROWS = 100;

    public void print() {
        DiffReport.SizeRow size = report.size();
        out.printf("### %s → %s%n%n", code(report.a().reference()), code(report.b().reference()));
        out.printf("**%s** %s → %s (%s), %d of %d layers shared.%n", report.summary(), Words.size(size.before()), Words.size(size.after()),
                DiffText.signed(size.after() - size.before()), report.layers().shared(), report.layers().b());
        table("Configuration", "| setting | before | after |\n|---|---|---|", report.settings().stream().map(DiffMarkdown::setting).toList());
        table("Accounts", "| account | before | after |\n|---|---|---|", report.accounts().stream().map(DiffMarkdown::setting).toList());
        table("Packages", "| package | change | before | after |\n|---|---|---|---|", report.packages().stream()
                .map(row -> "| %s | %s%s%s | %s | %s |".formatted(
                        code(row.name()), row.change().word(), row.licencesDiffer() ? ", another licence" : "", row.note().map(note -> ": " + code(note)).orElse(""), code(row.before()), code(row.after())))
                .toList());
        table("New findings", "| finding | where | what |\n|---|---|---|", report.newFindings().stream()
                .map(row -> "| %s | %s | %s |".formatted(row.kind(), code(row.where()), code(row.what())))
                .toList());
        table("Gone findings", "| finding | where | what |\n|---|---|---|", report.goneFindings().stream()
                .map(row -> "| %s | %s | %s |".formatted(row.kind(), code(row.where()), code(row.what())))
                .toList());
        table("Size by cause", "| cause | difference |\n|---|--:|", size.causes().stream()
                .map(row -> "| %s | %s |".formatted(code(row.cause()), DiffText.signed(row.difference())))
                .toList());
        table("Files", "| path | | what |\n|---|---|---|", report.files().stream()
                .filter(row -> !row.made())
                .map(DiffMarkdown::file)
                .toList());
        long made = report.files().stream().filter(FileRow::made).count();
        if (made > 0) {
            out.printf("%nAnd %d files that carry times (logs, caches, compiled Python).%n", made);
        }
        report.remarks().forEach(remark -> out.printf("%nNote: %s%n", code(remark)));
        out.flush();
    }

    private void table(String title, String head, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.printf("%n<details><summary>%s (%d)</summary>%n%n", title, rows.size());
        out.println(head);
        rows.stream().limit(ROWS).forEach(out::println);
        if (rows.size() > ROWS) {
            out.printf("%n… and %d more%n", rows.size() - ROWS);
        }
        out.printf("%n</details>%n");
    }

    private static String setting(SettingRow row) {
        return "| %s | %s | %s |".formatted(code(row.name()), code(row.before()), code(row.after()));
    }

    private static String file(FileRow row) {
        return "| %s | %s | %s |".formatted(code(row.path()), row.kind().word(), code(DiffText.told(row)));
    }

    /// Outside text as code: nothing in it is markup, and no table ends in it.
    static String code(String text) {
        String line = Line.of(text, 160).replace("`", "'").replace("|", "¦");
        return line.isEmpty() ? "" : "`" + line + "`";
    }
}
