package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Splits a text at blanks that are neither quoted nor escaped nor inside `${…}`.
record Words(JoinedText joined, char escape) {

    List<Word> all() {
        List<Word> words = new ArrayList<>();
        String text = joined.text();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                int end = wordEnd(at);
                words.add(joined.word(at, end));
                at = end;
            }
        }
        return words;
    }

    /// Whether a quote is opened and not closed.
    boolean hasOpenQuote() {
        char quote = 0;
        String text = joined.text();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == escape && quote != '\'') {
                at++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    /// The end of the word that begins at `start`.
    int wordEnd(int start) {
        String text = joined.text();
        char quote = 0;
        int braces = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quote == 0 && braces == 0 && Character.isWhitespace(c)) {
                return at;
            }
            if (c == escape && quote != '\'' && at + 1 < text.length()) {
                at++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '{' && at > start && text.charAt(at - 1) == '$') {
                braces++;
            } else if (c == '}' && braces > 0) {
                braces--;
            }
            at++;
        }
        return at;
    }
}
