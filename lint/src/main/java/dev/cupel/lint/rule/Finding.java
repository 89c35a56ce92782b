package dev.cupel.lint.rule;

import dev.cupel.inventory.secret.SecretMask;
import dev.cupel.lint.dockerfile.Span;
import java.util.List;

/// One breach of a rule.
///
/// @param severity the rule's, unless the configuration says otherwise
/// @param place where it is
/// @param detail what exactly, its secrets masked; empty if the rule's title says it all
/// @param fix edits that mend it and change nothing else; empty if a person must decide
public record Finding(Rule rule, Severity severity, Place place, String detail, List<Edit> fix) {
    public Finding {
        // Here, for every report tells details: pieces of instructions and of history, with the passwords that are in them.
        detail = SecretMask.of(detail);
        fix = List.copyOf(fix);
    }

    public Finding(Rule rule, Place place, String detail, List<Edit> fix) {
        this(rule, rule.severity(), place, detail, fix);
    }

    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, place, detail, fix);
    }

    public String message() {
        return detail.isEmpty() ? rule.title() : rule.title() + ": " + detail;
    }

    /// Where a breach is.
    public sealed interface Place {
        /// A piece of the Dockerfile.
        record InFile(Span span) implements Place {}

        /// A step of the image's history, from 1.
        record InHistory(int step) implements Place {}

        /// A file of the image.
        record AtPath(String path) implements Place {}

        /// The image's configuration: `User`, `Env`, …
        record InConfig(String key) implements Place {}
    }
}
