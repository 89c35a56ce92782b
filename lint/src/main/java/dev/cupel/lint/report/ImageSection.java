package dev.cupel.lint.report;

import dev.cupel.image.Printable;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Rule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An image's findings for people, by rule: a dozen setuid files are one paragraph.
record ImageSection(Ink ink, int width) {

    void write(LintResult result, Set<String> told, PrintWriter out) {
        Map<Rule, List<Finding>> byRule = new LinkedHashMap<>();
        result.findings().forEach(finding -> byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding));
        byRule.forEach((rule, findings) -> {
            Finding first = findings.getFirst();
            String name = Printable.of(result.name());
            List<String> head = new Paragraph(width).lines(name + ": " + first.severity() + " " + rule.id() + ": " + rule.title());
            out.println(head.getFirst().replace(
                    first.severity() + " " + rule.id(), ink.severity(first.severity(), first.severity().toString()) + " " + ink.strong(rule.id())));
            head.stream().skip(1).forEach(line -> out.println("  " + line));
            findings.forEach(finding -> place(finding, out));
            if (told.add(rule.id())) {
                new Paragraph(width).hanging("  why: ", rule.why()).forEach(line -> out.println(ink.faint(line)));
                new Paragraph(width).hanging("  fix: ", rule.fix()).forEach(out::println);
            }
            out.println();
        });
    }

    private void place(Finding finding, PrintWriter out) {
        String place = switch (finding.place()) {
            case Finding.Place.InHistory(int step) -> "history, step " + step;
            case Finding.Place.AtPath(String path) -> path;
            case Finding.Place.InConfig(String key) -> key;
            case Finding.Place.InFile(var _) -> "";
        };
        String line = place + (finding.detail().isEmpty() ? "" : ": " + finding.detail());
        new Paragraph(width).hanging("     │ ", Printable.of(line)).forEach(out::println);
    }
}
