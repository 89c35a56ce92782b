package dev.cupel.inventory.python;

import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.Token.Kind;

/// One string literal, at its opening quote, its prefix read already.
final class PythonLiteral {
    private static final int LONGEST = 4096;
    private final SourceCursor cursor;
    private final boolean raw;
    private final boolean formatted;
    private final StringBuilder text = new StringBuilder();
    private boolean cut;

    PythonLiteral(SourceCursor cursor, String prefix) {
        this.cursor = cursor;
        this.raw = prefix.contains("r");
        this.formatted = prefix.contains("f") || prefix.contains("t");
    }

    Token read(int column) {
        String quote = String.valueOf(cursor.next());
        String end = cursor.take(quote + quote) ? quote.repeat(3) : quote;
        readTo(end);
        return new Token(cut ? Kind.TEMPLATE : Kind.TEXT, text.toString(), column);
    }

    private void readTo(String end) {
        while (!cursor.atEnd() && !cursor.take(end)) {
            if (cursor.peek() == '\n' && end.length() == 1) {
                return;
            }
            char c = cursor.next();
            if (c == '\\') {
                escape();
            } else if (formatted && c == '{' && !cursor.take("{")) {
                cut = true;
                skipField(end);
            } else {
                add(c);
            }
        }
    }

    private void escape() {
        char c = cursor.next();
        if (raw || "\\'\"\n".indexOf(c) < 0) {
            add('\\');
        }
        if (c != '\n') {
            add(c);
        }
    }

    /// The expression between braces may hold literals of its own, since Python 3.12 with the same quotes.
    private void skipField(String end) {
        int depth = 1;
        while (!cursor.atEnd() && depth > 0 && !(end.length() == 1 && cursor.peek() == '\n')) {
            char c = cursor.next();
            if (c == '{' || c == '[' || c == '(') {
                depth++;
            } else if (c == '}' || c == ']' || c == ')') {
                depth--;
            } else if (c == '"' || c == '\'') {
                skipInner(c);
            }
        }
    }

    private void skipInner(char quote) {
        while (!cursor.atEnd() && cursor.peek() != '\n') {
            char c = cursor.next();
            if (c == quote) {
                return;
            }
            if (c == '\\') {
                cursor.next();
            }
        }
    }

    private void add(char c) {
        if (!cut && text.length() < LONGEST) {
            text.append(c);
        }
    }
}
