package dev.cupel.inventory.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/// Here documents that were announced on this line; their texts follow its end.
final class HereDocuments {
    /// @param expanded whether substitutions in it are carried out, as they are unless the delimiter is quoted
    private record Announced(String delimiter, boolean stripsTabs, boolean expanded) {}

    private final Deque<Announced> announced = new ArrayDeque<>();

    void announce(ShellWord delimiter, boolean stripsTabs) {
        boolean quoted = delimiter.parts().stream().anyMatch(part -> part instanceof ShellWord.Part.Text(String _, boolean isQuoted) && isQuoted);
        announced.add(new Announced(delimiter.literal().orElse(""), stripsTabs, !quoted));
    }

    /// Reads the texts of all that are announced; the cursor stands at the start of a line.
    void read(Cursor cursor, CommandReader commands) throws MalformedShell {
        while (!announced.isEmpty()) {
            Announced one = announced.remove();
            int line = cursor.line();
            String text = text(cursor, one);
            if (one.expanded && (text.contains("$(") || text.contains("`"))) {
                commands.quotedApart(text, line);
            }
        }
    }

    private static String text(Cursor cursor, Announced one) {
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd()) {
            String line = cursor.takeLine();
            cursor.next();
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if ((one.stripsTabs ? bare.replaceFirst("^\t+", "") : bare).equals(one.delimiter)) {
                break;
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
