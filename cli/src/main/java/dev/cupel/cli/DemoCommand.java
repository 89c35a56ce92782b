package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cupel demo`: makes a real fat image from packages, without Docker, and slims it.
@Command(
        name = "demo",
        description = "Make a fat sample image from packages, slim it, verify it.",
        footer = {"", "Needs package registries, no Docker. The first time takes some minutes."})
final class DemoCommand implements Callable<Integer> {
    private static final String IMAGE = "postcards";
    private static final long PATIENCE_SECONDS = 10;

    @Spec
    private CommandSpec spec;

    private final Workspace workspace;

    DemoCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        workspace.becomeRoot(RuntimeKind.EMBEDDED);
        PrintWriter err = spec.commandLine().getErr();
        Path layout = workspace.demo().resolve("image");
        err.println("Making the sample image: a Flask application on a full Debian, about 900 MB, in " + layout);
        err.flush();
        int made = run(recipe(), layout);
        if (made != ExitCode.DONE) {
            throw new CupelException(
                    Fault.ENVIRONMENT, "Cannot make the sample image: its recipe ended with " + made + ".", "What it said stands above.");
        }
        err.println("Now: cupel slim oci:" + layout + ":" + IMAGE);
        err.flush();
        return spec.commandLine().getParent().execute("slim", "oci:" + layout + ":" + IMAGE);
    }

    /// Whoever ends the demo ends the recipe, too: it would install and download for minutes more.
    private static int run(Path recipe, Path layout) throws IOException, InterruptedException {
        Process making = new ProcessBuilder(recipe.toString(), layout.toString()).inheritIO().start();
        try {
            return making.waitFor();
        } finally {
            // A shell waits for its command before it heeds a signal, so what it started is asked to end as well.
            List<ProcessHandle> all = Stream.concat(Stream.of(making.toHandle()), making.descendants()).toList();
            all.forEach(ProcessHandle::destroy);
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    private static Path recipe() {
        Path recipe = Path.of(System.getProperty("cupel.home", ""), "demo", "prepare");
        if (!Files.isExecutable(recipe)) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot make the sample image: its recipe demo/prepare is not beside the program.",
                    "Start the demo from a checkout of Cupel, with ./cupel demo.");
        }
        return recipe;
    }
}
