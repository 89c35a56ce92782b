package dev.cupel.lint.dockerfile;

/// A piece of a source text: characters from 0, `end` excluded.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no piece of a text goes from %d to %d".formatted(start, end));
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isWithin(Span other) {
        return start >= other.start && end <= other.end;
    }

    /// From the start of this to the end of `other`.
    public Span to(Span other) {
        return new Span(start, Math.max(start, other.end));
    }
}
