package dev.cupel.inventory.shell;

/// A place in a text that only moves forward, and knows its line. Past the end it reads NUL, which no script has a use for.
final class Cursor {
    static final char END = '\0';
    private final String text;
    private int at;
    private final int fixed;
    private int line;

    Cursor(String text, int firstLine) {
        this(text, firstLine, -1);
    }

    /// Over a text that was taken out of another, where it stood at `fixed`; -1 if this is the whole.
    Cursor(String text, int firstLine, int fixed) {
        this.text = text.replace(END, ' ');
        this.line = firstLine;
        this.fixed = fixed;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    char next() {
        char c = peek();
        if (at < text.length()) {
            at++;
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    boolean sees(String expected) {
        return text.startsWith(expected, at);
    }

    /// Steps over `expected` if it stands here.
    boolean take(String expected) {
        if (!sees(expected)) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            next();
        }
        return true;
    }

    /// Steps over blanks and continued line ends; says whether there were any.
    boolean skipBlanks() {
        int before = at;
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || sees("\\\n") || sees("\\\r\n")) {
            if (!take("\\\r\n") && !take("\\\n")) {
                next();
            }
        }
        return at > before;
    }

    /// The rest of the line, its end left where it is.
    String takeLine() {
        int start = at;
        while (!atEnd() && peek() != '\n') {
            next();
        }
        return text.substring(start, at);
    }

    int position() {
        return at;
    }

    /// The place in the script as a whole.
    int place() {
        return fixed < 0 ? at : fixed;
    }

    int line() {
        return line;
    }
}
