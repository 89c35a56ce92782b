package dev.cupel.cli;

import dev.cupel.cli.answer.WatchedImages;
import dev.cupel.vulnerability.watch.Watchlist;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cupel watch ls`.
@Command(name = "ls", description = "Show the images that are watched.", abbreviateSynopsis = true)
final class WatchListCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    WatchListCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Watchlist list = workspace.watchlist(spec.commandLine().getErr());
        output.give(WatchedImages.of(list, workspace.clock().instant()), spec);
        return ExitCode.DONE;
    }
}
