package dev.cupel.inventory.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One word before expansion, as a row of parts.
public record ShellWord(List<Part> parts) {
    public ShellWord {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {
        /// Text that stands for itself; unless `quoted`, `*`, `?` and `[` in it are patterns.
        record Text(String text, boolean quoted) implements Part {}

        /// A variable or parameter: `name` is `HOME`, `1`, `@`, `0`. `fallback` is what the script puts in its place when it is
        /// unset (`${NAME:-fallback}`); `quoted` keeps it from being split into words.
        record Variable(String name, Optional<ShellWord> fallback, boolean quoted) implements Part {}

        /// What only a run can tell: the output of a command, arithmetic, a cut-off value.
        record Unknown() implements Part {}
    }

    public static ShellWord of(String text) {
        return new ShellWord(List.of(new Part.Text(text, false)));
    }

    /// The text, if it holds nothing but text.
    public Optional<String> literal() {
        return parts.stream().allMatch(part -> part instanceof Part.Text)
                ? Optional.of(parts.stream().map(part -> ((Part.Text) part).text()).collect(Collectors.joining()))
                : Optional.empty();
    }

    /// Whether it is this text and nothing of it is quoted, as the shell asks of its own words.
    boolean isBare(String text) {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Text(String own, boolean quoted) && !quoted && own.equals(text);
    }
}
