package dev.cupel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `cupel` without a command: says what there is.
@Command(
        name = "cupel",
        versionProvider = Version.class,
        description = "Makes container images small and proves that they still work.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "Images: nginx:1.27 (in Docker Engine, else its registry), docker://NAME,",
            "docker-daemon:NAME, podman:NAME, oci:DIR[:TAG], {oci,docker}-archive:FILE, dir:D",
            "Exit: 0 done, 1 refused, 2 wrong call, 3 machine lacks something, 4 bad input",
            "More: cupel help COMMAND, cupel man COMMAND, cupel completion bash|zsh|fish"
        })
final class CupelCommand implements Runnable {
    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads and acts on it
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    @SuppressWarnings("unused") // picocli reads and acts on it
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where a failure came from.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command, such as slim, verify or copy");
    }
}
