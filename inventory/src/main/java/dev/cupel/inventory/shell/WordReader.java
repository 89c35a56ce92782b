package dev.cupel.inventory.shell;

import dev.cupel.inventory.shell.ShellWord.Part;
import java.util.List;
import java.util.Optional;

/// Reads one word: quotes, substitutions, variables.
final class WordReader {
    private static final String ENDS = " \t\r\n;&|<>()";
    private final Cursor cursor;
    private final CommandReader commands;

    WordReader(Cursor cursor, CommandReader commands) {
        this.cursor = cursor;
        this.commands = commands;
    }

    /// The word that begins here; without parts if none does, as before an operator or a comment.
    ShellWord word() throws MalformedShell {
        return cursor.peek() == '#' ? new ShellWord(List.of()) : until("", false);
    }

    /// What stands before one of `brackets`, or before the end of a word if there are none. Within double quotes, where
    /// `${…}` may hold it too, a single quote is nothing special.
    private ShellWord until(String brackets, boolean quoted) throws MalformedShell {
        WordParts parts = new WordParts();
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if ((c == '<' || c == '>') && cursor.peek(1) == '(' && brackets.isEmpty()) {
                cursor.next();
                cursor.next();
                commands.inner();
                parts.unknown();
            } else if (brackets.isEmpty() ? endsWord(c, parts) : brackets.indexOf(c) >= 0) {
                break;
            } else if (c == '\'' && quoted) {
                parts.quoted(String.valueOf(cursor.next()));
            } else {
                part(parts);
            }
        }
        return parts.word();
    }

    private boolean endsWord(char c, WordParts parts) {
        boolean extended = c == '(' && parts.endsWithOneOf("?*+@");
        return ENDS.indexOf(c) >= 0 && !extended;
    }

    private void part(WordParts parts) throws MalformedShell {
        char c = cursor.next();
        switch (c) {
            case '\\' -> escaped(parts);
            case '\'' -> parts.quoted(singleQuoted());
            case '"' -> doubleQuoted(parts, '"');
            case '`' -> backticks(parts);
            case '$' -> dollar(parts, false);
            case '(' -> extendedPattern(parts);
            default -> parts.bare(c);
        }
    }

    private void escaped(WordParts parts) {
        if (cursor.peek() == '\n') {
            cursor.next();
        } else if (!cursor.atEnd()) {
            parts.quoted(String.valueOf(cursor.next()));
        }
    }

    /// `+(a|b)`: up to the bracket that closes it.
    private void extendedPattern(WordParts parts) {
        int open = 1;
        parts.bare('(');
        while (open > 0 && !cursor.atEnd() && cursor.peek() != '\n') {
            char c = cursor.next();
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            parts.bare(c);
        }
    }

    private String singleQuoted() {
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd() && cursor.peek() != '\'') {
            text.append(cursor.next());
        }
        cursor.next();
        return text.toString();
    }

    /// The inside of double quotes up to `close`; a here document is read the same way, to its end.
    void doubleQuoted(WordParts parts, char close) throws MalformedShell {
        parts.quoted("");
        while (!cursor.atEnd() && (cursor.peek() != close || close == Cursor.END)) {
            char c = cursor.next();
            if (c == '\\' && "$`\"\\\n".indexOf(cursor.peek()) >= 0) {
                escaped(parts);
            } else if (c == '`') {
                backticks(parts);
            } else if (c == '$') {
                dollar(parts, true);
            } else {
                parts.quoted(String.valueOf(c));
            }
        }
        cursor.next();
    }

    private void backticks(WordParts parts) throws MalformedShell {
        int line = cursor.line();
        StringBuilder inside = new StringBuilder();
        while (!cursor.atEnd() && cursor.peek() != '`') {
            char c = cursor.next();
            inside.append(c == '\\' && "$`\\".indexOf(cursor.peek()) >= 0 ? cursor.next() : c);
        }
        cursor.next();
        commands.apart(inside.toString(), line);
        parts.unknown();
    }

    private void dollar(WordParts parts, boolean quoted) throws MalformedShell {
        char c = cursor.peek();
        if (cursor.take("((")) {
            commands.arithmetic();
            parts.unknown();
        } else if (cursor.take("(")) {
            commands.inner();
            parts.unknown();
        } else if (cursor.take("{")) {
            braces(parts, quoted);
        } else if (c == '\'' && !quoted) {
            cursor.next();
            parts.quoted(escapesOf(singleQuotedWithEscapes()));
        } else if (c == '"' && !quoted) {
            cursor.next();
            doubleQuoted(parts, '"');
        } else if (Names.isStart(c)) {
            parts.variable(name(), Optional.empty(), quoted);
        } else if (Names.isSpecial(c)) {
            parts.variable(String.valueOf(cursor.next()), Optional.empty(), quoted);
        } else {
            parts.bare('$');
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (Names.isPart(cursor.peek())) {
            name.append(cursor.next());
        }
        return name.toString();
    }

    /// `${NAME…}` after its opening brace. Only a fall-back leaves the value known; a cut or a length does not.
    private void braces(WordParts parts, boolean quoted) throws MalformedShell {
        commands.deeper();
        boolean indirect = cursor.peek() == '!' || (cursor.peek() == '#' && cursor.peek(1) != '}');
        if (indirect) {
            cursor.next();
        }
        String name = Names.isSpecial(cursor.peek()) && !Character.isDigit(cursor.peek()) ? String.valueOf(cursor.next()) : name();
        if (cursor.peek() == '[') {
            until("]}", quoted);
            cursor.take("]");
        }
        boolean colon = cursor.take(":");
        char operator = cursor.peek();
        boolean falls = "-=+?".indexOf(operator) >= 0 && operator != Cursor.END;
        if (falls) {
            cursor.next();
        }
        ShellWord rest = until("}", quoted);
        cursor.take("}");
        commands.shallower();
        if (indirect || (!falls && (colon || !rest.parts().isEmpty()))) {
            parts.unknown();
        } else {
            boolean used = falls && operator != '?' && !rest.parts().isEmpty();
            if (used && operator == '=') {
                commands.assigned(name, rest);
            }
            parts.variable(name, used ? Optional.of(rest) : Optional.empty(), quoted);
        }
    }

    private String singleQuotedWithEscapes() {
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd() && cursor.peek() != '\'') {
            char c = cursor.next();
            text.append(c);
            if (c == '\\' && !cursor.atEnd()) {
                text.append(cursor.next());
            }
        }
        cursor.next();
        return text.toString();
    }

    private static String escapesOf(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\'", "'").replace("\\\\", "\\");
    }
}
