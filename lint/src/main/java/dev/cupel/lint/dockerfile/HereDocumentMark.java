package dev.cupel.lint.dockerfile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The announcement of a here document: a word of its own such as `<<EOF`, `3<<-"END"`.
record HereDocumentMark(String name, boolean expanded, boolean stripsTabs, Span span) {
    private static final Pattern MARK = Pattern.compile("\\d*<<(-?)([^<]+)");

    static Optional<HereDocumentMark> in(Word word) {
        Matcher found = MARK.matcher(word.text());
        if (!found.matches()) {
            return Optional.empty();
        }
        String name = new Word(found.group(2), word.span()).unquoted();
        boolean expanded = found.group(2).chars().noneMatch(c -> c == '"' || c == '\'' || c == '\\');
        return Optional.of(new HereDocumentMark(name, expanded, !found.group(1).isEmpty(), word.span()));
    }
}
