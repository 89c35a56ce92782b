package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// The flags that stand before the arguments; a lone `--` ends them and belongs to neither.
final class FlagReader {
    private final List<Flag> flags = new ArrayList<>();
    private int end;

    FlagReader(JoinedText rest, char escape) {
        String text = rest.text();
        Words words = new Words(rest, escape);
        while (text.startsWith("--", end)) {
            int stop = words.wordEnd(end);
            boolean lone = stop == end + 2;
            if (!lone) {
                flags.add(flag(rest, end, stop));
            }
            end = stop;
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (lone) {
                return;
            }
        }
    }

    List<Flag> flags() {
        return flags;
    }

    /// Where the arguments begin.
    int end() {
        return end;
    }

    private static Flag flag(JoinedText rest, int start, int stop) {
        int equals = rest.text().indexOf('=', start);
        boolean valued = equals >= 0 && equals < stop;
        String name = rest.text().substring(start + 2, valued ? equals : stop);
        return new Flag(name, rest.word(valued ? equals + 1 : stop, stop), rest.span(start, stop));
    }
}
