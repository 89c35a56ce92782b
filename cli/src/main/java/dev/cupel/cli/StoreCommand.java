package dev.cupel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cupel store`: the images and layers that Cupel keeps on this machine, so that a second run is fast.
@Command(name = "store", description = "Show or free what Cupel keeps on this machine.", synopsisSubcommandLabel = "COMMAND")
final class StoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: ls or gc");
    }
}
