package dev.cupel.observe.probe.file;

import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Splits a command line into words as a POSIX shell does with quotes and backslashes, and does nothing else that a shell
/// does: no variables, no wildcards, no pipes. Who needs these writes `sh -c '…'`.
public final class CommandWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /// The words of a command; an [IllegalArgumentException] says what is wrong with a line that has none or ends within quotes.
    public static List<String> split(String line) {
        CommandWords splitter = new CommandWords(line);
        splitter.run();
        if (splitter.words.isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        return List.copyOf(splitter.words);
    }

    private void run() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n' -> end();
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> add(escaped());
                default -> add(c);
            }
        }
        end();
    }

    private void quoted(char quote) {
        begun = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return;
            }
            // Within double quotes a backslash escapes only what would have a meaning there.
            boolean escape = c == '\\' && quote == '"' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0;
            add(escape ? line.charAt(at++) : c);
        }
        throw new IllegalArgumentException("a quote " + quote + " is not closed in " + Quoted.of(line));
    }

    private char escaped() {
        if (at == line.length()) {
            throw new IllegalArgumentException("a backslash stands at the end of " + Quoted.of(line));
        }
        return line.charAt(at++);
    }

    private void add(char c) {
        begun = true;
        word.append(c);
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}
