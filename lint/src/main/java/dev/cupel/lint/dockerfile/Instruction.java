package dev.cupel.lint.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One instruction, from its name to the end of its last line or of its last here document.
///
/// @param keyword its name as written
/// @param flags that stand before the arguments
/// @param rest everything behind the name, flags included
/// @param emptyLines lines without anything between continued ones
public record Instruction(
        Span span,
        Word keyword,
        List<Flag> flags,
        JoinedText rest,
        Arguments arguments,
        List<HereDocument> hereDocuments,
        List<Span> emptyLines)
        implements Node {
    public Instruction {
        flags = List.copyOf(flags);
        hereDocuments = List.copyOf(hereDocuments);
        emptyLines = List.copyOf(emptyLines);
    }

    /// Its name in upper case.
    public String name() {
        return keyword.text().toUpperCase(Locale.ROOT);
    }

    public boolean is(String name) {
        return name().equals(name);
    }

    public Optional<Flag> flag(String name) {
        return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
    }

    /// From the name to the last character that is not a here document.
    public Span head() {
        return keyword.span().to(rest.span());
    }

    /// The arguments as words; none for a command line.
    public List<Word> words() {
        return switch (arguments) {
            case Arguments.Json(var items) -> items;
            case Arguments.Words(var words) -> words;
            case Arguments.Line(var line) -> line.text().isEmpty() ? List.of() : List.of(new Word(line.text(), line.span()));
            case Arguments.Pairs(var pairs, var _) -> pairs.stream().map(Pair::name).toList();
            case Arguments.Nested _ -> List.of();
        };
    }

    public List<Pair> pairs() {
        return arguments instanceof Arguments.Pairs(var pairs, var _) ? pairs : List.of();
    }

    public boolean isJson() {
        return arguments instanceof Arguments.Json;
    }
}
