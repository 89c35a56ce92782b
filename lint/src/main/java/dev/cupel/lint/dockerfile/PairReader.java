package dev.cupel.lint.dockerfile;

import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `name=value …`, and the old form `name value`.
final class PairReader {
    private PairReader() {}

    /// Of ENV and LABEL.
    static Arguments pairs(JoinedText text, char escape, String instruction, List<SyntaxError> errors) {
        List<Word> words = new Words(text, escape).all();
        if (!words.isEmpty() && !words.getFirst().text().contains("=")) {
            return legacy(text, words.getFirst(), instruction, errors);
        }
        List<Pair> pairs = new ArrayList<>();
        for (Word word : words) {
            Pair pair = pair(word);
            if (pair.value().isEmpty()) {
                errors.add(new SyntaxError(word.span(), "after %s every word is name=value".formatted(instruction)));
            }
            pairs.add(pair);
        }
        return new Arguments.Pairs(pairs, false);
    }

    /// Of ARG, where the value may be missing.
    static Arguments names(JoinedText text, char escape, List<SyntaxError> errors) {
        List<Pair> pairs = new Words(text, escape).all().stream().map(PairReader::pair).toList();
        for (Pair pair : pairs) {
            if (pair.name().text().isEmpty()) {
                errors.add(new SyntaxError(pair.span(), "ARG needs a name before the equals sign"));
            }
        }
        return new Arguments.Pairs(pairs, false);
    }

    private static Arguments legacy(JoinedText text, Word name, String instruction, List<SyntaxError> errors) {
        int nameEnd = name.text().length();
        JoinedText value = text.part(nameEnd, text.text().length()).trimmed();
        if (value.text().isEmpty()) {
            errors.add(new SyntaxError(name.span(), instruction + " needs a value for " + Quoted.of(name.text())));
        }
        Word whole = value.word(0, value.text().length());
        return new Arguments.Pairs(List.of(new Pair(name, Optional.of(whole))), true);
    }

    private static Pair pair(Word word) {
        int equals = word.text().indexOf('=');
        if (equals < 0) {
            return new Pair(word, Optional.empty());
        }
        // A continued word has more characters in the source than in the text, so its halves are measured from its ends.
        int start = word.span().start();
        int end = word.span().end();
        Word name = new Word(word.text().substring(0, equals), new Span(start, Math.min(end, start + equals)));
        String text = word.text().substring(equals + 1);
        return new Pair(name, Optional.of(new Word(text, new Span(Math.max(name.span().end(), Math.max(start, end - text.length())), end))));
    }
}
