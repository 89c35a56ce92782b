package dev.cupel.inventory.python;

import dev.cupel.inventory.source.SourceCursor;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.Token.Kind;
import dev.cupel.inventory.source.TokenSource;
import java.util.Locale;

/// Splits Python text into tokens. A line's end counts only outside brackets, as the language has it.
final class PythonTokens implements TokenSource {
    private final SourceCursor cursor;
    private int brackets;

    PythonTokens(SourceCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public Token next() {
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            int column = cursor.column();
            if (c == '\n') {
                cursor.next();
                if (brackets == 0) {
                    return new Token(Kind.LINE_END, "", column);
                }
            } else if (c == '#') {
                cursor.takeLine();
            } else if (c == '\\' || Character.isWhitespace(c) || c == '\0') {
                skipBlank();
            } else if (c == '"' || c == '\'') {
                return new PythonLiteral(cursor, "").read(column);
            } else if (SourceCursor.isWordPart(c)) {
                return word(column);
            } else {
                return mark(column);
            }
        }
        return Token.END;
    }

    /// A backslash joins two lines, so it goes together with the end that it hides.
    private void skipBlank() {
        if (!cursor.take("\\\r\n") && !cursor.take("\\\n")) {
            cursor.next();
        }
    }

    private Token word(int column) {
        boolean number = !SourceCursor.isWordStart(cursor.peek());
        String word = cursor.takeWord();
        boolean prefix = word.length() <= 2 && (cursor.peek() == '"' || cursor.peek() == '\'') && isPrefix(word);
        return prefix
                ? new PythonLiteral(cursor, word.toLowerCase(Locale.ROOT)).read(column)
                : new Token(number ? Kind.NUMBER : Kind.WORD, word, column);
    }

    private static boolean isPrefix(String word) {
        return word.chars().allMatch(c -> "rRbBuUfFtT".indexOf(c) >= 0);
    }

    private Token mark(int column) {
        char c = cursor.next();
        if (c == '(' || c == '[' || c == '{') {
            brackets++;
        } else if (brackets > 0 && (c == ')' || c == ']' || c == '}')) {
            brackets--;
        }
        return new Token(Kind.MARK, String.valueOf(c), column);
    }
}
