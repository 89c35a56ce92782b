package dev.cupel.observe.run;

import dev.cupel.observe.sensor.ProcessParent;
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

    /// Watches a process that became this program's child when the runtime that had made it ended.
    static FirstProcess watch(int pid, ProcessParent parent) {
        FirstProcess first = new FirstProcess();
        Thread.ofPlatform().name("container end").daemon().start(() -> first.waitFor(pid, parent));
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

    private void waitFor(int pid, ProcessParent parent) {
        try {
            OptionalInt code = parent.awaitEnd(pid);
            if (code.isPresent()) {
                end.complete(code.getAsInt());
            } else {
                end.completeExceptionally(new IOException("process " + pid + " is no child of this program"));
            }
        } catch (IOException e) {
            end.completeExceptionally(e);
        }
    }
}
