package dev.cupel.lint.check;

import dev.cupel.inventory.shell.ShellRedirection;
import dev.cupel.lint.dockerfile.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Takes off what only starts another command: `sudo apt-get …`, `env A=b …`, `sh -c '…'`.
///
/// @param inner reads a script that is an argument
record Wrappers(Function<Argument, List<Call>> inner) {
    private static final Set<String> PLAIN = Set.of("exec", "command", "time", "nohup", "eatmydata", "builtin", "then", "do");
    private static final Set<String> WITH_FLAGS = Set.of("sudo", "env", "nice", "ionice", "timeout", "xargs", "stdbuf", "gosu", "su-exec");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");
    private static final Set<String> VALUED = Set.of("-u", "-g", "-n", "-I", "-P", "-k", "-s");

    /// The call itself, and those inside of it. The wrappers come as calls of their own, first.
    List<Call> calls(List<Argument> words, Span span, List<String> settings, List<ShellRedirection> redirections, boolean piped) {
        List<Call> calls = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<Argument> rest = words;
        while (!rest.isEmpty()) {
            String name = baseName(rest.getFirst().text());
            Span own = rest.getFirst().span().to(span);
            calls.add(new Call(name, rest.subList(1, rest.size()), own, settings, redirections, piped, taken));
            if (SHELLS.contains(name)) {
                calls.addAll(script(rest));
                return calls;
            }
            taken.add(name);
            rest = PLAIN.contains(name) ? rest.subList(1, rest.size()) : WITH_FLAGS.contains(name) ? behindFlags(rest, name) : List.of();
        }
        return calls;
    }

    /// The script behind `-c`, also in `-ec` or `-o pipefail -c`.
    private List<Call> script(List<Argument> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).text().matches("-[a-zA-Z]*c")) {
                return inner.apply(words.get(i + 1));
            }
        }
        return List.of();
    }

    private static List<Argument> behindFlags(List<Argument> words, String name) {
        int at = 1;
        while (at < words.size() && (words.get(at).isFlag() || words.get(at).text().matches("[A-Za-z_][A-Za-z_0-9]*=.*"))) {
            at += VALUED.contains(words.get(at).text()) ? 2 : 1;
        }
        int skipped = at + (name.matches("timeout|gosu|su-exec") ? 1 : 0); // the time, the user
        return words.subList(Math.min(skipped, words.size()), words.size());
    }

    static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }
}
