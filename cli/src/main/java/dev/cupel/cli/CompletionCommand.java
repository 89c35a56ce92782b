package dev.cupel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel completion`: what a shell reads to complete the rest of this command line.
@Command(
        hidden = true,
        name = "completion",
        description = "Print what a shell reads to complete commands and options.",
        footerHeading = "%nTo use it:%n",
        footer = {
            "  bash  source <(cupel completion bash)",
            "  zsh   source <(cupel completion zsh)",
            "  fish  cupel completion fish > ~/.config/fish/completions/cupel.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.", completionCandidates = Choices.Shells.class)
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(shell.script(spec.root()));
        return ExitCode.DONE;
    }
}
