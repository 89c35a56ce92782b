package dev.cupel.lint.check;

import dev.cupel.lint.dockerfile.Span;

/// A word of a command as it would be, variables written as `${NAME}` and what only a run can tell as `$()`.
///
/// @param span where it stands in the Dockerfile
public record Argument(String text, Span span) {
    boolean isFlag() {
        return text.startsWith("-") && text.length() > 1;
    }
}
