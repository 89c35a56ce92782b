package dev.cupel.cli;

import dev.cupel.image.Quoted;
import dev.cupel.vulnerability.watch.Watchlist;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel watch rm`.
@Command(
        name = "rm",
        description = "Forget images, and what was told of them.",
        abbreviateSynopsis = true,
        footer = {"", "Exit code 5: one of them was not watched; the others are forgotten."})
final class WatchRemoveCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "NAME", description = "As cupel watch ls shows them.")
    private List<String> names = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    WatchRemoveCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        Watchlist list = workspace.watchlist(spec.commandLine().getErr());
        int code = ExitCode.DONE;
        for (String name : names) {
            if (!list.forget(name)) {
                spec.commandLine().getErr().println("cupel: " + Quoted.of(name) + " is not watched; cupel watch ls shows the names");
                code = ExitCode.NOTHING;
            }
        }
        return code;
    }
}
