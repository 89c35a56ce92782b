package dev.cupel.cli;

import dev.cupel.cli.manual.ManPage;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel man`: the manual page of a command, made of what its help says.
@Command(
        hidden = true,
        name = "man",
        description = "Print the manual page of a command.",
        footerHeading = "%nTo read one:%n",
        footer = "  cupel man slim | man -l -")
final class ManCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as slim, or store gc; without any, cupel itself.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(new ManPage(new Commands(spec).named(words).getCommandSpec()).roff());
        return ExitCode.DONE;
    }
}
