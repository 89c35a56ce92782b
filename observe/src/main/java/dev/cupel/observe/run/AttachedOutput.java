package dev.cupel.observe.run;

import dev.cupel.image.engine.Engine;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// What a container of an engine writes, taken from the engine as it comes.
record AttachedOutput(Engine engine, String container) {
    /// Attaches to a container that is not started yet; when this returns, nothing that it will write can be missed.
    Output open() throws IOException {
        Output output = new Output();
        CompletableFuture<Boolean> attached = new CompletableFuture<>();
        output.broughtBy(Thread.ofPlatform().name("container output").daemon().start(() -> read(output, attached)));
        try {
            attached.get();
            return output;
        } catch (ExecutionException e) {
            throw new IOException("Cannot read what the container writes: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a container was made", e);
        }
    }

    private void read(Output output, CompletableFuture<Boolean> attached) {
        try {
            engine.containers().attach(
                    container, () -> attached.complete(true), (error, piece) -> output.take(error, piece, piece.length));
        } catch (IOException | RuntimeException e) {
            attached.completeExceptionally(e);
            output.all().note("the output ends here: " + e.getMessage());
        }
    }
}
