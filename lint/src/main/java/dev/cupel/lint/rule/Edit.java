package dev.cupel.lint.rule;

import dev.cupel.lint.dockerfile.Span;

/// Puts a text in the place of a piece of the source; an empty piece is an insertion.
public record Edit(Span span, String replacement) {
    public static Edit insertAt(int offset, String text) {
        return new Edit(new Span(offset, offset), text);
    }
}
