package dev.cupel.lint.check;

import dev.cupel.inventory.shell.ShellRedirection;
import dev.cupel.lint.dockerfile.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A command that a RUN carries out, wrappers such as sudo or env taken off.
///
/// @param name without its directory
/// @param arguments flags included
/// @param settings variables set for it alone
/// @param piped whether its output goes into a pipe
/// @param wrappers taken off, outermost first
public record Call(
        String name,
        List<Argument> arguments,
        Span span,
        List<String> settings,
        List<ShellRedirection> redirections,
        boolean piped,
        List<String> wrappers) {
    public Call {
        arguments = List.copyOf(arguments);
        settings = List.copyOf(settings);
        redirections = List.copyOf(redirections);
        wrappers = List.copyOf(wrappers);
    }

    public boolean is(String... names) {
        return List.of(names).contains(name);
    }

    /// Whether one of these flags is given: `-y` also within `-qy`, `--yes` also as `--yes=…`.
    public boolean has(String... flags) {
        return List.of(flags).stream().anyMatch(flag -> arguments.stream().anyMatch(argument -> matches(argument.text(), flag)));
    }

    private static boolean matches(String text, String flag) {
        if (flag.startsWith("--") || flag.length() > 2) {
            return text.equals(flag) || text.startsWith(flag + "=");
        }
        return text.matches("-[a-zA-Z]*" + flag.substring(1) + "[a-zA-Z]*") && !text.startsWith("--");
    }

    /// The arguments that are no flags.
    public List<Argument> words() {
        return arguments.stream().filter(argument -> !argument.isFlag()).toList();
    }

    /// The arguments that are neither flags nor values of the flags in `valued`.
    public List<Argument> words(Set<String> valued) {
        List<Argument> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isValue = i > 0 && valued.contains(arguments.get(i - 1).text());
            if (!isValue && !arguments.get(i).isFlag()) {
                words.add(arguments.get(i));
            }
        }
        return words;
    }

    /// The first argument that is one of these words.
    public Optional<Argument> word(Set<String> candidates) {
        return words().stream().filter(argument -> candidates.contains(argument.text())).findFirst();
    }

    /// The first argument that is no flag; empty text if there is none.
    public String verb() {
        return words().isEmpty() ? "" : words().getFirst().text();
    }
}
