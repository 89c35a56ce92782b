package dev.cupel.linux.process;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs one action on a platform thread made for it and ended after it: namespaces, working directory and their like belong to
/// a kernel thread, so no other work may ever run on one that changed them.
public final class OwnThread {
    private OwnThread() {}

    /// Returns what the action returns; what it throws comes out as it is. An interrupt reaches the action's thread too.
    public static <T, E extends Exception> T call(String name, Action<T, E> action) throws E {
        FutureTask<T> task = new FutureTask<>(action);
        Thread thread = Thread.ofPlatform().name(name).daemon().start(task);
        boolean interrupted = false;
        while (true) {
            try {
                T result = task.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return result;
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            } catch (ExecutionException e) {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                throw OwnThread.<E>asThrown(Objects.requireNonNull(e.getCause()));
            }
        }
    }

    /// What runs on the thread.
    public interface Action<T, E extends Exception> extends Callable<T> {
        @Override
        T call() throws E;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the action declares E; whatever else comes out is unchecked
    private static <E extends Exception> E asThrown(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (E) cause;
    }
}
