package dev.cupel.inventory.node;

import dev.cupel.inventory.source.ChildProgram;
import dev.cupel.inventory.source.CommandWords;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.TokenWindow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the calls by which Node.js starts other programs. `exec` is also what regular expressions and database drivers call
/// their methods, so as a member it counts only behind a name of `child_process`.
final class ScriptCalls {
    private static final int MOST = 2000;
    private static final Set<String> NAMED = Set.of("spawn", "spawnSync", "execFile", "execFileSync", "execa", "execaSync");
    private static final Set<String> LINES = Set.of("exec", "execSync", "execAsync", "execPromise", "execaCommand", "execaCommandSync");
    private static final Set<String> OWNERS = Set.of("child_process", "cp", "childProcess", "child", "process_1", "child_process_1", "proc");

    private final Set<ChildProgram> programs = new LinkedHashSet<>();

    /// Looks at the word at hand and what follows it.
    void look(TokenWindow tokens) {
        String name = tokens.at(0).text();
        boolean named = NAMED.contains(name);
        if ((!named && !LINES.contains(name)) || !tokens.at(1).isMark('(') || programs.size() >= MOST) {
            return;
        }
        Token argument = tokens.at(2);
        if (!isFree(tokens, name) || !argument.isText() || argument.text().isBlank()) {
            return;
        }
        // spawn("convert", [...]) names one; its arguments stand in a row of their own.
        boolean shell = named && argument.text().matches("(?:.*/)?(?:ba|a|da)?sh") && tokens.at(3).isMark(',');
        if (shell && CommandWords.read(tokens, 4, false).orElse(new ChildProgram.Named("")).equals(new ChildProgram.Named("-c"))) {
            Token line = tokens.at(7);
            programs.add(line.isText()
                    ? new ChildProgram.ShellLine(argument.text() + "; " + line.text())
                    : new ChildProgram.Named(argument.text()));
        } else {
            CommandWords.read(tokens, 2, !named).ifPresent(programs::add);
        }
    }

    List<ChildProgram> programs() {
        return List.copyOf(programs);
    }

    private static boolean isFree(TokenWindow tokens, String name) {
        if (!tokens.at(-1).isMark('.')) {
            return true;
        }
        Token owner = tokens.at(-2);
        return OWNERS.contains(owner.text()) || owner.isMark(')') || name.startsWith("execFile") || name.startsWith("spawn");
    }
}
