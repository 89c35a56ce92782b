package dev.cupel.lint.report;

import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.RuleBook;
import java.io.PrintWriter;

/// Rules for people: one in full, or all of them as a list.
public record RuleSheet(Ink ink, int width) {

    public void explain(Rule rule, PrintWriter out) {
        out.println(ink.strong(rule.id()) + "  " + rule.title());
        String level = rule.stock() ? "in profile " + rule.level() + " and stricter" : "only if the configuration asks for it";
        out.println(ink.severity(rule.severity(), rule.severity().toString()) + ", " + level + (rule.also().isEmpty() ? "" : ", also " + String.join(", ", rule.also())));
        new Paragraph(width).hanging("  why: ", rule.why()).forEach(out::println);
        new Paragraph(width).hanging("  fix: ", rule.fix()).forEach(out::println);
        rule.links().forEach(link -> out.println("  " + ink.faint(link)));
    }

    public void list(RuleBook book, PrintWriter out) {
        for (Rule rule : book.rules()) {
            String level = rule.stock() ? rule.level().toString() : "config";
            String severity = ink.severity(rule.severity(), "%-7s".formatted(rule.severity()));
            String id = "%-11s".formatted(rule.id());
            int room = width - id.length() - 16;
            String title = rule.title().length() > room ? rule.title().substring(0, room - 1) + "…" : rule.title();
            out.println(severity + " " + "%-6s".formatted(level) + " " + ink.strong(id) + " " + title);
        }
    }
}
