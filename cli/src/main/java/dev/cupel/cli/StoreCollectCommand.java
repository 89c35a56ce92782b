package dev.cupel.cli;

import dev.cupel.cli.answer.Freed;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoreCollection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cupel store gc`.
@Command(
        name = "gc",
        description = "Free what was not used for a while.",
        abbreviateSynopsis = true,
        footer = {"", "All of it can be fetched or made again. It is safe while another cupel works: then nothing goes that was used within a day."})
final class StoreCollectCommand implements Callable<Integer> {
    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "30m, 12h, 7d, 2w; 0 for all (default: 7d).")
    private Duration unusedFor = Duration.ofDays(7);

    @Option(names = "--dry-run", description = "Only tell what would be freed.")
    private boolean dryRun;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    StoreCollectCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        ContentStore store = workspace.store();
        if (!dryRun && workspace.unpacked(store).hasThoseOfNamespaces()) {
            workspace.becomeRoot(RuntimeKind.EMBEDDED); // in a user namespace as those that they were unpacked in
        }
        StoreCollection collection = new StoreCollection(store, List.of(workspace.unpacked(store)), workspace.clock());
        if (!dryRun) {
            workspace.workshop().sweep();
        }
        StoreCollection.Removed removed = dryRun ? collection.preview(unusedFor) : collection.collect(unusedFor);
        output.give(new Freed(dryRun, removed.files(), removed.sizeBytes(), removed.leftBytes(), removed.others()), spec);
        return ExitCode.DONE;
    }
}
