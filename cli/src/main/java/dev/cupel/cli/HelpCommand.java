package dev.cupel.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel help`: the same as `--help` behind the command.
@Command(hidden = true, name = "help", description = "Show the help of a command.")
final class HelpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as slim, or store gc; without any, cupel itself.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        new Commands(spec).named(words).usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
