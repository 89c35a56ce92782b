package dev.cupel.inventory.shell;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a script holds, whichever way a run would go through it.
///
/// @param commands in the order of the text; those in functions, substitutions and here documents too
/// @param variables every value that the text assigns to a name: `NAME=value`, `export NAME=value`, `for NAME in values`, arrays
///     element by element, `read` excepted
/// @param functions names that are defined as functions
public record ShellScript(List<ShellCommand> commands, SortedMap<String, List<ShellWord>> variables, SortedSet<String> functions) {
    public ShellScript {
        commands = List.copyOf(commands);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        functions = Collections.unmodifiableSortedSet(new TreeSet<>(functions));
    }

    public static ShellScript read(String text) throws MalformedShell {
        return read(text, ShellLimits.USUAL);
    }

    public static ShellScript read(String text, ShellLimits limits) throws MalformedShell {
        if (text.length() > limits.characters()) {
            throw new MalformedShell("the script has %d characters, more than %d".formatted(text.length(), limits.characters()));
        }
        Findings findings = new Findings();
        new CommandReader(new Cursor(text, 1), findings, limits.depth()).readAll();
        return findings.script();
    }
}
