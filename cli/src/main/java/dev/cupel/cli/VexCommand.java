package dev.cupel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cupel vex`: what a team or a vendor says of vulnerabilities in its images.
@Command(name = "vex", description = "Write, show and attach statements about vulnerabilities; take over ignore files.", synopsisSubcommandLabel = "COMMAND")
final class VexCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: add, ls, attach or import");
    }
}
