package dev.cupel.cli;

import dev.cupel.cli.answer.StoreContents;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.ImageNames;
import dev.cupel.image.store.StoreListing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cupel store ls`.
@Command(name = "ls", description = "Show the images and layers here, their sizes and last use.", abbreviateSynopsis = true)
final class StoreListCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    StoreListCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException {
        ContentStore store = workspace.store();
        StoreListing listing = StoreListing.of(store, List.of(workspace.unpacked(store)));
        output.give(
                StoreContents.of(workspace.cache().toString(), new ImageNames(store).all(), listing, workspace.clock().instant()), spec);
        return ExitCode.DONE;
    }
}
