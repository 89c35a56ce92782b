package dev.cupel.inventory.node;

import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.Token.Kind;

/// One literal of JavaScript at or just behind its opening quote.
final class ScriptLiteral {
    private static final int LONGEST = 4096;
    private static final int LONGEST_EXPRESSION = 20_000;
    private final SourceCursor cursor;
    private final StringBuilder text = new StringBuilder();

    ScriptLiteral(SourceCursor cursor) {
        this.cursor = cursor;
    }

    String text() {
        return text.toString();
    }

    /// A literal in single or double quotes; an end of line ends one that has no other end.
    Token quoted(int column) {
        char quote = cursor.next();
        while (!cursor.atEnd() && cursor.peek() != '\n') {
            char c = cursor.next();
            if (c == quote) {
                break;
            }
            add(c == '\\' ? cursor.next() : c);
        }
        return new Token(Kind.TEXT, text(), column);
    }

    /// A piece of a template; says whether the template ended, else a field begins here.
    boolean templatePart() {
        while (!cursor.atEnd()) {
            if (cursor.take("${")) {
                return false;
            }
            char c = cursor.next();
            if (c == '`') {
                return true;
            }
            add(c == '\\' ? cursor.next() : c);
        }
        return true;
    }

    /// A regular expression, at its first slash. If none ends on this line the slash was a division after all.
    void skipExpression() {
        int length = expressionLength();
        cursor.skip(Math.max(length, 1));
    }

    private int expressionLength() {
        boolean inClass = false;
        for (int at = 1; at < LONGEST_EXPRESSION; at++) {
            char c = cursor.peek(at);
            if (c == '\n' || c == SourceCursor.END) {
                return 0;
            }
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                return at + 1;
            }
        }
        return 0;
    }

    private void add(char c) {
        if (text.length() < LONGEST) {
            text.append(c);
        }
    }
}
