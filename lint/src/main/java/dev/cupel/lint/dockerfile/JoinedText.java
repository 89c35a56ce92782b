package dev.cupel.lint.dockerfile;

import java.util.Arrays;

/// An instruction's text as the builder sees it, continued lines joined and the comments between them left out, with the place that
/// each character has in the source.
public final class JoinedText {
    private final String text;
    private final int[] offsets;

    /// `offsets` has one place for each character, and one for the end.
    JoinedText(String text, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException("%d places for %d characters".formatted(offsets.length, text.length()));
        }
        this.text = text;
        this.offsets = offsets.clone();
    }

    public String text() {
        return text;
    }

    /// Where the characters from `start` to `end` (excluded) stand in the source.
    public Span span(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        return new Span(offsets[from], from == to ? offsets[from] : offsets[to - 1] + 1);
    }

    public Span span() {
        return span(0, text.length());
    }

    JoinedText part(int start, int end) {
        int[] places = Arrays.copyOfRange(offsets, start, end + 1);
        places[end - start] = end > start ? offsets[end - 1] + 1 : offsets[start];
        return new JoinedText(text.substring(start, end), places);
    }

    /// Without blanks at either end.
    JoinedText trimmed() {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return part(start, end);
    }

    Word word(int start, int end) {
        return new Word(text.substring(start, end), span(start, end));
    }

    @Override
    public String toString() {
        return text;
    }
}
