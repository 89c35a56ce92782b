package dev.cupel.cli.manual;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a command shows of itself.
record Subcommands(CommandSpec command) {
    List<CommandSpec> all() {
        return command.subcommands().values().stream().map(CommandLine::getCommandSpec).distinct().filter(one -> !one.usageMessage().hidden()).toList();
    }

    List<OptionSpec> options() {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    static String sentence(String[] description) {
        return String.join(" ", description).replace("%n", " ").replace("%%", "%");
    }
}
