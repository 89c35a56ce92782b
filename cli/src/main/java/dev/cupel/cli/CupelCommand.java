package dev.cupel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `cupel` without a command: says what there is.
@Command(
        name = "cupel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Makes container images small and proves that they still work.",
        synopsisSubcommandLabel = "COMMAND")
final class CupelCommand implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where a failure came from.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }
}
