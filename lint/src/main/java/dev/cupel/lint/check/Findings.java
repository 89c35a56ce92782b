package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Span;
import dev.cupel.lint.rule.Edit;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what the checks say.
public final class Findings {
    private final RuleBook book;
    private final List<Finding> found = new ArrayList<>();

    public Findings(RuleBook book) {
        this.book = book;
    }

    void add(String rule, Span span) {
        add(rule, span, "");
    }

    void add(String rule, Span span, String detail, Edit... fix) {
        found.add(new Finding(book.get(rule), new Finding.Place.InFile(span), detail, List.of(fix)));
    }

    /// In the order of the file; at one place the worst first.
    public List<Finding> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Findings::start)
                        .thenComparing(Finding::severity)
                        .thenComparing(finding -> finding.rule().id()))
                .toList();
    }

    private static int start(Finding finding) {
        return finding.place() instanceof Finding.Place.InFile(Span span) ? span.start() : 0;
    }
}
