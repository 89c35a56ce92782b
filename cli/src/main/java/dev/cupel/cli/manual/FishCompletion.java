package dev.cupel.cli.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completions for fish, two levels of commands deep (fish-completions(5)).
public final class FishCompletion {
    private final CommandSpec root;
    private final List<String> lines = new ArrayList<>();

    public FishCompletion(CommandSpec root) {
        this.root = root;
    }

    /// The whole script.
    public String script() {
        lines.clear();
        lines.add("complete -c " + root.name() + " -f");
        commands(root, "__fish_use_subcommand");
        for (CommandSpec command : shown(root)) {
            String inCommand = "__fish_seen_subcommand_from " + command.name();
            String below = shown(command).stream().map(CommandSpec::name).collect(Collectors.joining(" "));
            String notBelow = below.isEmpty() ? inCommand : inCommand + "; and not __fish_seen_subcommand_from " + below;
            commands(command, notBelow);
            arguments(command, notBelow);
            for (CommandSpec inner : shown(command)) {
                arguments(inner, inCommand + "; and __fish_seen_subcommand_from " + inner.name());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private void commands(CommandSpec parent, String condition) {
        for (CommandSpec command : shown(parent)) {
            line(condition, "-a " + command.name(), command.usageMessage().description());
        }
    }

    private void arguments(CommandSpec command, String condition) {
        for (OptionSpec option : new Subcommands(command).options()) {
            String names = Arrays.stream(option.names())
                    .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .collect(Collectors.joining(" "));
            line(condition, names + takes(option), option.description());
        }
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (parameter.completionCandidates() != null) {
                line(condition, "-a '" + words(parameter) + "'", parameter.description());
            }
        }
    }

    private static String takes(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        if (option.completionCandidates() != null) {
            return " -x -a '" + words(option) + "'";
        }
        boolean file = List.of(option.auxiliaryTypes()).contains(Path.class) || option.type() == Path.class;
        return file ? " -r -F" : " -x";
    }

    private static String words(ArgSpec argument) {
        return StreamSupport.stream(argument.completionCandidates().spliterator(), false).collect(Collectors.joining(" "));
    }

    private void line(String condition, String what, String[] description) {
        String text = Subcommands.sentence(description).replace("\\", "\\\\").replace("'", "\\'");
        lines.add("complete -c %s -n '%s' %s -d '%s'".formatted(root.name(), condition, what, text));
    }

    private static List<CommandSpec> shown(CommandSpec command) {
        return new Subcommands(command).all();
    }
}
