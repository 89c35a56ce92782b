package dev.cupel.lint.report;

import dev.cupel.image.Printable;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.dockerfile.Position;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Severity;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Results for people: the source line with a caret, and for each rule once why it is one and what to do.
public record TextReport(Ink ink, int width) {

    public void write(List<LintResult> results, PrintWriter out) {
        Set<String> told = new HashSet<>();
        for (LintResult result : results) {
            if (result.image()) {
                new ImageSection(ink, width).write(result, told, out);
            } else {
                result.findings().forEach(finding -> write(result, finding, told.add(finding.rule().id()), out));
            }
        }
        results.forEach(result -> out.println(summary(result)));
    }

    private void write(LintResult result, Finding finding, boolean first, PrintWriter out) {
        String place = Printable.of(place(result, finding.place()));
        String severity = finding.severity().toString();
        String head = place + ": " + severity + " " + finding.rule().id() + ": ";
        List<String> lines = new Paragraph(width).lines(head + Printable.of(finding.message()));
        out.println(lines.getFirst()
                .replaceFirst(Pattern.quote(severity + " " + finding.rule().id()), ink.severity(finding.severity(), severity) + " " + ink.strong(finding.rule().id())));
        lines.stream().skip(1).forEach(line -> out.println("  " + line));
        if (finding.place() instanceof Finding.Place.InFile(var span)) {
            Excerpt excerpt = Excerpt.of(result.source(), span, width - 9);
            out.println(ink.faint("%5d │ ".formatted(excerpt.number())) + excerpt.text());
            out.println(ink.faint("      │ ") + ink.severity(finding.severity(), excerpt.marks()));
        }
        if (first) {
            new Paragraph(width).hanging("  why: ", finding.rule().why()).forEach(line -> out.println(ink.faint(line)));
            String fixable = finding.fix().isEmpty() ? "" : " (--fix does it)";
            new Paragraph(width).hanging("  fix: ", finding.rule().fix() + fixable).forEach(out::println);
        }
        out.println();
    }

    static String place(LintResult result, Finding.Place place) {
        return switch (place) {
            case Finding.Place.InFile(var span) -> {
                Position at = result.source().position(span.start());
                yield result.name() + ":" + at.line() + ":" + at.column();
            }
            case Finding.Place.InHistory(int step) -> result.name() + ", history step " + step;
            case Finding.Place.AtPath(String path) -> result.name() + ", " + path;
            case Finding.Place.InConfig(String key) -> result.name() + ", " + key;
        };
    }

    private static String summary(LintResult result) {
        long fixable = result.findings().stream().filter(finding -> !finding.fix().isEmpty()).count();
        StringBuilder line = new StringBuilder(Printable.of(result.name())).append(": ");
        if (result.findings().isEmpty()) {
            line.append("nothing found");
        } else {
            line.append(counted(result.count(Severity.ERROR), "error")).append(", ")
                    .append(counted(result.count(Severity.WARNING), "warning")).append(", ")
                    .append(result.count(Severity.INFO)).append(" info");
        }
        line.append(fixable == 0 ? "" : "; --fix mends " + fixable).append(result.ignored() == 0 ? "" : "; " + result.ignored() + " ignored");
        return line.toString();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
