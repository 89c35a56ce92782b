package dev.cupel.cli;

import dev.cupel.cli.manual.FishCompletion;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/// A shell that can complete commands.
enum Shell {
    BASH {
        @Override
        String script(CommandSpec root) {
            return AutoComplete.bash(root.name(), root.commandLine());
        }
    },
    /// The same script: it turns on zsh's own way to run bash completions.
    ZSH {
        @Override
        String script(CommandSpec root) {
            return AutoComplete.bash(root.name(), root.commandLine());
        }
    },
    FISH {
        @Override
        String script(CommandSpec root) {
            return new FishCompletion(root).script();
        }
    };

    /// What the shell reads to complete this command.
    abstract String script(CommandSpec root);
}
