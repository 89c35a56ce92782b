package dev.cupel.lint.ignore;

import dev.cupel.lint.dockerfile.Dockerfile;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes out what is not to be told, and tells of ignores that are out of place.
///
/// @param profile how strict
/// @param today decides which ignores have run out
public record Suppression(RuleBook book, LintConfig config, Profile profile, LocalDate today) {
    private static final String STALE = "CUP1025";

    /// What is left, and how many were ignored.
    public record Outcome(List<Finding> findings, int ignored) {}

    /// Of a Dockerfile, whose comments count too.
    public Outcome of(Dockerfile file, List<Finding> all) {
        List<Pragma> pragmas = config.pragmas() ? Pragmas.of(file) : List.of();
        Set<Pragma> used = new HashSet<>();
        List<Finding> kept = new ArrayList<>();
        int ignored = 0;
        for (Finding finding : all) {
            if (!applies(finding.rule())) {
                continue;
            }
            List<Pragma> covering = pragmas.stream().filter(pragma -> pragma.covers(finding)).toList();
            used.addAll(covering);
            if (isIgnored(finding) || !covering.isEmpty()) {
                ignored++;
            } else {
                kept.add(graded(finding));
            }
        }
        pragmas.stream().filter(Pragma::own).forEach(pragma -> {
            if (pragma.reason().isEmpty()) {
                kept.add(stale(pragma, "no reason is given"));
            } else if (!used.contains(pragma) && pragma.ids().stream().allMatch(id -> book.find(id).filter(this::applies).isPresent())) {
                kept.add(stale(pragma, String.join(", ", pragma.ids()) + " is not breached here"));
            } else {
                pragma.ids().stream().filter(id -> book.find(id).isEmpty() && !id.equals("all")).forEach(id -> kept.add(stale(pragma, id + " is no rule")));
            }
        });
        return new Outcome(sorted(kept), ignored);
    }

    /// Of anything without comments.
    public Outcome of(List<Finding> all) {
        List<Finding> applying = all.stream().filter(finding -> applies(finding.rule())).toList();
        List<Finding> kept = applying.stream().filter(finding -> !isIgnored(finding)).map(this::graded).toList();
        return new Outcome(kept, applying.size() - kept.size());
    }

    /// Ignores of the configuration whose day has passed.
    public List<ConfiguredIgnore> over() {
        return config.ignores().stream().filter(ignore -> ignore.isOver(today)).toList();
    }

    private boolean applies(Rule rule) {
        boolean asked = config.severities().keySet().stream().anyMatch(rule::isCalled);
        boolean schema = !rule.stock() && (!config.surroundings().labels().isEmpty() || config.surroundings().strictLabels());
        return asked || schema || (rule.stock() && rule.level().compareTo(profile) <= 0);
    }

    private boolean isIgnored(Finding finding) {
        return config.ignores().stream().anyMatch(ignore -> finding.rule().isCalled(ignore.id()) && !ignore.isOver(today));
    }

    private Finding graded(Finding finding) {
        Optional<Severity> other = config.severities().entrySet().stream()
                .filter(entry -> finding.rule().isCalled(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return other.map(finding::withSeverity).orElse(finding);
    }

    private Finding stale(Pragma pragma, String detail) {
        return new Finding(book.get(STALE), new Finding.Place.InFile(pragma.place()), detail, List.of());
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt(finding -> finding.place() instanceof Finding.Place.InFile(var span) ? span.start() : 0))
                .toList();
    }
}
