package dev.cupel.inventory.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the argument of a call that starts a program: one text, or a row of texts in brackets.
public final class CommandWords {
    private static final int MOST_WORDS = 8;

    private CommandWords() {}

    /// What stands at `offset`, the first token after the call's parenthesis. `shell` says whether a text alone is a line for
    /// the shell; otherwise it is a program's name.
    public static Optional<ChildProgram> read(TokenWindow tokens, int offset, boolean shell) {
        Token first = tokens.at(offset);
        if (first.isMark('[') || first.isMark('(')) {
            return ofRow(row(tokens, offset + 1));
        }
        if (!first.isText()) {
            return Optional.empty();
        }
        return shell ? Optional.of(new ChildProgram.ShellLine(first.text())) : ofRow(row(tokens, offset));
    }

    /// A program and its arguments; a shell that is given a line counts as that line and the shell's own name.
    private static Optional<ChildProgram> ofRow(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        int dash = words.indexOf("-c");
        boolean line = dash > 0 && dash + 1 < words.size() && words.getFirst().matches("(?:.*/)?(?:ba|da|a|z|k)?sh");
        return Optional.of(line
                ? new ChildProgram.ShellLine(words.getFirst() + "; " + words.get(dash + 1))
                : new ChildProgram.Named(words.getFirst()));
    }

    private static List<String> row(TokenWindow tokens, int from) {
        List<String> words = new ArrayList<>();
        for (int at = from; words.size() < MOST_WORDS && tokens.at(at).isText(); at += 2) {
            words.add(tokens.at(at).text());
            if (!tokens.at(at + 1).isMark(',')) {
                break;
            }
        }
        return words;
    }
}
