package dev.cupel.inventory.source;

/// A place in a program's text that only moves forward. Past the end it reads NUL.
public final class SourceCursor {
    public static final char END = '\0';
    private final String text;
    private int at;
    private int lineStart;

    /// What stands behind the limit is not looked at.
    public SourceCursor(String text, SourceLimits limits) {
        this.text = text.length() > limits.characters() ? text.substring(0, limits.characters()) : text;
    }

    public boolean atEnd() {
        return at >= text.length();
    }

    public char peek() {
        return peek(0);
    }

    public char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    public char next() {
        char c = peek();
        if (at < text.length()) {
            at++;
            if (c == '\n') {
                lineStart = at;
            }
        }
        return c;
    }

    public void skip(int characters) {
        for (int i = 0; i < characters && !atEnd(); i++) {
            next();
        }
    }

    public boolean sees(String expected) {
        return text.startsWith(expected, at);
    }

    /// Steps over `expected` if it stands here.
    public boolean take(String expected) {
        boolean here = sees(expected);
        if (here) {
            skip(expected.length());
        }
        return here;
    }

    /// Steps to the line's end, which is left where it is, and returns what was stepped over.
    public String takeLine() {
        int end = text.indexOf('\n', at);
        String line = text.substring(Math.min(at, text.length()), end < 0 ? text.length() : end);
        at += line.length();
        return line;
    }

    /// Steps behind the next `end`, or to the end of the text, and returns what stood before it.
    public String takeUntil(String end) {
        int found = text.indexOf(end, at);
        String taken = text.substring(at, found < 0 ? text.length() : found);
        skip(taken.length() + end.length());
        return taken;
    }

    /// Steps over letters, digits and `_`, anything above ASCII too, and returns them; may be empty.
    public String takeWord() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /// How many characters stand before this place on its line.
    public int column() {
        return at - lineStart;
    }

    public int position() {
        return at;
    }

    public static boolean isWordPart(char c) {
        return c == '_' || (c >= '0' && c <= '9') || isWordStart(c);
    }

    public static boolean isWordStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    }
}
