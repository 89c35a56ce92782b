package dev.cupel.inventory.shell;

import java.util.List;

/// One simple command: its name and arguments, never empty, assignments and redirections left out.
///
/// @param line where it begins, from 1
/// @param places of the words, one for each
/// @param settings variables set for this command alone: `NAME=value NAME2=value command`
/// @param redirections targets of its redirections, here documents excepted
/// @param piped whether its output goes through a pipe
public record ShellCommand(
        List<ShellWord> words,
        int line,
        List<TextRange> places,
        List<String> settings,
        List<ShellRedirection> redirections,
        boolean piped) {
    public ShellCommand {
        words = List.copyOf(words);
        places = List.copyOf(places);
        settings = List.copyOf(settings);
        redirections = List.copyOf(redirections);
    }

    /// The text of the first word if it is known without running anything; else empty.
    public String name() {
        return words.getFirst().literal().orElse("");
    }

    public List<ShellWord> arguments() {
        return words.subList(1, words.size());
    }

    /// From its first word to its last.
    public TextRange place() {
        return new TextRange(places.getFirst().start(), places.getLast().end());
    }

    ShellCommand intoPipe() {
        return new ShellCommand(words, line, places, settings, redirections, true);
    }
}
