package dev.cupel.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Finds a command by its words, such as `store gc`.
record Commands(CommandSpec asking) {
    /// Without words it is the root; words that name none are a misuse.
    CommandLine named(List<String> words) {
        CommandLine found = asking.root().commandLine();
        for (String word : words) {
            Map<String, CommandLine> below = found.getSubcommands();
            if (!below.containsKey(word)) {
                throw new ParameterException(asking.root().commandLine(), "There is no command '" + String.join(" ", words) + "'");
            }
            found = below.get(word);
        }
        return found;
    }
}
