package dev.cupel.observe.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The end of a container's first process, waited for by a thread of its own.
final class FirstProcess {
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    private FirstProcess() {}

    /// Begins to wait for its end.
    static FirstProcess watch(Ending ending) {
        FirstProcess first = new FirstProcess();
        Thread.ofPlatform().name("container end").daemon().start(() -> first.waitFor(ending));
        return first;
    }

    /// How it ended; empty while it runs.
    OptionalInt exitCode() {
        return end.isDone() && !end.isCompletedExceptionally() ? OptionalInt.of(end.join()) : OptionalInt.empty();
    }

    /// Waits for the end, at most so long. An interrupt ends the waiting early and stays set.
    OptionalInt await(Duration timeout) throws IOException {
        try {
            return OptionalInt.of(end.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        } catch (ExecutionException e) {
            throw new IOException(
                    "how the container ended is not known: " + Objects.requireNonNull(e.getCause()).getMessage(), e);
        }
    }

    private void waitFor(Ending ending) {
        try {
            end.complete(ending.await());
        } catch (IOException | RuntimeException e) { // whoever waits must learn of it; nobody hears this thread
            end.completeExceptionally(e);
        }
    }

    /// Blocks until the process has ended, and tells how, as a shell does.
    interface Ending {
        int await() throws IOException;
    }
}
