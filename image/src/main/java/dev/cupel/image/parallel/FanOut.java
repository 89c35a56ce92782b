package dev.cupel.image.parallel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Does several things at once, at most `limit` at a time. The first failure, or an interrupt of the caller, interrupts the others;
/// nothing is left running when it returns.
public record FanOut(int limit) {
    /// Something to be done that may fail.
    @FunctionalInterface
    public interface Task<T> {
        T run() throws IOException;
    }

    /// The results, in the order of the tasks.
    public <T> List<T> all(List<Task<T>> tasks) throws IOException {
        Semaphore places = new Semaphore(limit);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<T> completions = new ExecutorCompletionService<>(threads);
            List<Future<T>> running = new ArrayList<>();
            for (Task<T> task : tasks) {
                running.add(completions.submit(() -> inPlace(places, task)));
            }
            try {
                for (int i = 0; i < running.size(); i++) {
                    completions.take().get();
                }
                return results(running);
            } catch (ExecutionException e) {
                throw asIs(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted while several things were done").initCause(e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static <T> T inPlace(Semaphore places, Task<T> task) throws IOException, InterruptedException {
        places.acquire();
        try {
            return task.run();
        } finally {
            places.release();
        }
    }

    private static <T> List<T> results(List<Future<T>> done) throws ExecutionException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> one : done) {
            results.add(one.get());
        }
        return results;
    }

    private static IOException asIs(ExecutionException failure) {
        return switch (failure.getCause()) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new IOException(failure);
        };
    }
}
