package dev.cupel.lint.report;

import dev.cupel.image.Printable;
import dev.cupel.inventory.secret.SecretMask;
import dev.cupel.lint.dockerfile.Position;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.dockerfile.Span;

/// A line of the source and a caret under the place that is meant, cut to the width.
///
/// @param number of the line
/// @param text fit for a terminal: control characters are replaced
/// @param marks blanks, a caret, tildes
record Excerpt(int number, String text, String marks) {

    static Excerpt of(SourceText source, Span span, int width) {
        Position start = source.position(span.start());
        String line = Printable.of(SecretMask.sameLength(source.lineText(start.line())));
        int column = Math.min(start.column() - 1, line.length());
        int length = Math.clamp(span.length(), 1, Math.max(1, line.length() - column));
        int from = 0;
        if (line.length() > width) {
            from = Math.clamp(column - width / 3, 0, line.length() - width + 1);
        }
        boolean cutLeft = from > 0;
        boolean cutRight = line.length() - from > width;
        String shown = line.substring(from, Math.min(line.length(), from + width));
        shown = (cutLeft ? "…" + shown.substring(1) : shown);
        shown = cutRight ? shown.substring(0, width - 1) + "…" : shown;
        int at = column - from;
        int tildes = Math.max(0, Math.min(length, shown.length() - at) - 1);
        return new Excerpt(start.line(), shown, " ".repeat(at) + "^" + "~".repeat(tildes));
    }
}
