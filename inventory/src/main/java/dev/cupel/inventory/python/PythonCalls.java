package dev.cupel.inventory.python;

import dev.cupel.inventory.source.ChildProgram;
import dev.cupel.inventory.source.CommandWords;
import dev.cupel.inventory.source.Token;
import dev.cupel.inventory.source.TokenWindow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the calls by which Python starts other programs. Names that mean much else (`run`, `call`, `system`) count only
/// behind their module or once they were imported from it.
final class PythonCalls {
    private static final int MOST = 2000;
    private static final Set<String> OWN = Set.of(
            "Popen", "check_call", "check_output", "create_subprocess_exec", "which", "find_executable", "spawnlp", "spawnvp");
    private static final Set<String> OWN_SHELL = Set.of("getoutput", "getstatusoutput", "create_subprocess_shell");
    private static final Set<String> OF_SUBPROCESS = Set.of("run", "call");
    private static final Set<String> OF_OS = Set.of(
            "execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe", "posix_spawn", "posix_spawnp");
    private static final Set<String> OF_OS_SHELL = Set.of("system", "popen");

    private final Set<ChildProgram> programs = new LinkedHashSet<>();
    private final Map<String, ChildProgram> assigned = new LinkedHashMap<>();
    private final Set<String> handedOn = new HashSet<>();

    /// Looks at the token at hand and what follows it.
    void look(TokenWindow tokens) {
        Token here = tokens.at(0);
        if (!here.isWord() || programs.size() >= MOST) {
            return;
        }
        if (tokens.at(1).isMark('=') && assigned.size() < MOST) {
            CommandWords.read(tokens, 2, false).ifPresent(command -> assigned.putIfAbsent(here.text(), command));
        } else if (tokens.at(1).isMark('(')) {
            call(here.text(), tokens);
        }
    }

    /// What was found; a row that was given a name first counts where that name is handed to such a call.
    List<ChildProgram> programs() {
        Set<ChildProgram> all = new LinkedHashSet<>(programs);
        assigned.keySet().stream().filter(handedOn::contains).map(assigned::get).forEach(all::add);
        return List.copyOf(all);
    }

    private void call(String function, TokenWindow tokens) {
        boolean member = tokens.at(-1).isMark('.');
        Token owner = member ? tokens.at(-2) : Token.END;
        boolean ofSubprocess = OF_SUBPROCESS.contains(function) && owner.isWord("subprocess");
        boolean ofOs = owner.isWord("os") && OF_OS.contains(function);
        boolean shell = OWN_SHELL.contains(function) || (owner.isWord("os") && OF_OS_SHELL.contains(function));
        if (!OWN.contains(function) && !ofSubprocess && !ofOs && !shell) {
            return;
        }
        Token first = tokens.at(2);
        boolean line = shell || (first.isText() && first.text().indexOf(' ') > 0);
        CommandWords.read(tokens, 2, line).ifPresent(programs::add);
        if (first.isWord() && (tokens.at(3).isMark(',') || tokens.at(3).isMark(')')) && handedOn.size() < MOST) {
            handedOn.add(first.text());
        }
    }
}
