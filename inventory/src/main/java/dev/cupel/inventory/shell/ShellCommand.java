package dev.cupel.inventory.shell;

import java.util.List;

/// One simple command: its name and arguments, never empty, assignments and redirections left out.
///
/// @param line where it begins, from 1
public record ShellCommand(List<ShellWord> words, int line) {
    public ShellCommand {
        words = List.copyOf(words);
    }

    /// The text of the first word if it is known without running anything; else empty.
    public String name() {
        return words.getFirst().literal().orElse("");
    }

    public List<ShellWord> arguments() {
        return words.subList(1, words.size());
    }
}
