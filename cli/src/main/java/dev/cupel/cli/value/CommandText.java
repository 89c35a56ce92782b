package dev.cupel.cli.value;

import dev.cupel.observe.probe.file.CommandWords;
import java.util.List;

/// A command to run, as its words.
public record CommandText(List<String> words) {
    public CommandText {
        words = List.copyOf(words);
    }

    /// Splits it as a shell would.
    public static CommandText parse(String text) {
        return new CommandText(CommandWords.split(text));
    }
}
