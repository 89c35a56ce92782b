package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Table;
import dev.cupel.vulnerability.vex.VexDecision;
import dev.cupel.vulnerability.vex.VexIdentity;
import dev.cupel.vulnerability.vex.VexJustification;
import dev.cupel.vulnerability.vex.VexProduct;
import dev.cupel.vulnerability.vex.VexStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements about vulnerabilities, in the order of their files.
public record VexStatements(List<Row> statements) implements Answer {
    /// One statement.
    ///
    /// @param vulnerabilities its name, then its other names
    /// @param justification empty where there is none, as `impact` and `action` are
    /// @param expired whether it does not count any more
    /// @param unfounded whether it says that something is not affected and does not say why
    public record Row(
            List<String> vulnerabilities,
            String status,
            List<Product> products,
            String justification,
            String impact,
            String action,
            String author,
            Instant timestamp,
            Optional<Instant> expires,
            boolean expired,
            boolean unfounded,
            String source) {}

    /// What it is about.
    public record Product(String id, List<String> subcomponents) {
        private String text() {
            return id.isEmpty() ? "-" : subcomponents.isEmpty() ? id : id + " (" + String.join(", ", subcomponents) + ")";
        }
    }

    public VexStatements {
        statements = List.copyOf(statements);
    }

    public static VexStatements of(List<VexStatement> statements, Instant now) {
        return new VexStatements(statements.stream().map(one -> row(one, now)).toList());
    }

    private static Row row(VexStatement one, Instant now) {
        VexDecision decision = one.decision();
        return new Row(
                one.vulnerabilities(),
                one.status().word(),
                one.products().stream().map(VexStatements::product).toList(),
                decision.justification().map(VexJustification::word).orElse(""),
                decision.impact(),
                decision.action(),
                one.origin().author(),
                one.origin().timestamp(),
                decision.expiry(),
                decision.expiry().filter(end -> !now.isBefore(end)).isPresent(),
                decision.unfounded(),
                one.origin().source());
    }

    private static Product product(VexProduct product) {
        return new Product(product.identity().text(), product.subcomponents().stream().map(VexIdentity::text).toList());
    }

    @Override
    public List<String> lines() {
        Table table = new Table("VULNERABILITY", "STATUS", "PRODUCT", "UNTIL", "AUTHOR", "FILE");
        List<String> notes = new ArrayList<>();
        for (Row row : statements) {
            String name = row.vulnerabilities().getFirst();
            String until = row.expires().map(end -> end.toString().substring(0, 10)).orElse("-");
            for (Product product : row.products().isEmpty() ? List.of(new Product("", List.of())) : row.products()) {
                table.row(name, row.status(), product.text(), row.expired() ? until + " (expired)" : until, row.author().isEmpty() ? "-" : row.author(), row.source());
            }
            if (row.unfounded()) {
                notes.add(name + ": not_affected without a reason (" + row.source() + ")");
            }
        }
        List<String> lines = new ArrayList<>(statements.isEmpty() ? List.of("no statements") : table.lines());
        lines.addAll(notes);
        return lines;
    }
}
