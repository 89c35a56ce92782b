package dev.cupel.inventory.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Collects what the readers of one script and of all scripts inside it find.
final class Findings {
    private final List<ShellCommand> commands = new ArrayList<>();
    private final SortedMap<String, List<ShellWord>> variables = new TreeMap<>();
    private final SortedSet<String> functions = new TreeSet<>();

    void command(ShellCommand command) {
        commands.add(command);
    }

    /// A pipe follows the command that was found last.
    void pipe() {
        if (!commands.isEmpty()) {
            commands.add(commands.removeLast().intoPipe());
        }
    }

    void variable(String name, ShellWord value) {
        variables.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    void function(String name) {
        functions.add(name);
    }

    ShellScript script() {
        return new ShellScript(commands, variables, functions);
    }
}
