package dev.cupel.inventory.shell;

import dev.cupel.inventory.shell.ShellWord.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A word while it is read; neighbouring text of the same kind becomes one part.
final class WordParts {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean textIsQuoted;
    private boolean open;

    void bare(char c) {
        begin(false);
        text.append(c);
    }

    void quoted(String more) {
        begin(true);
        text.append(more);
    }

    void variable(String name, Optional<ShellWord> fallback, boolean quoted) {
        close();
        parts.add(new Part.Variable(name, fallback, quoted));
    }

    void unknown() {
        close();
        parts.add(new Part.Unknown());
    }

    /// Whether the bare text read last ends in one of these characters.
    boolean endsWithOneOf(String characters) {
        return open && !textIsQuoted && !text.isEmpty() && characters.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    ShellWord word() {
        close();
        return new ShellWord(parts);
    }

    private void begin(boolean quoted) {
        if (open && textIsQuoted != quoted) {
            close();
        }
        textIsQuoted = quoted;
        open = true;
    }

    private void close() {
        if (open) {
            parts.add(new Part.Text(text.toString(), textIsQuoted));
            text.setLength(0);
            open = false;
        }
    }
}
