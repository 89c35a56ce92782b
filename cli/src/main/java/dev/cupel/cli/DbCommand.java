package dev.cupel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cupel db`: the database of advisories.
@Command(name = "db", description = "Fill, show or move the database of advisories.", synopsisSubcommandLabel = "COMMAND")
final class DbCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: update, import, status, export or compare");
    }
}
