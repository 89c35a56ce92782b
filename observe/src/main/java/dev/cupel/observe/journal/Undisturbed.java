package dev.cupel.observe.journal;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Does something to its end, whoever interrupts the caller meanwhile: an interrupt closes the file that a thread just writes, and
/// cleaning up is writing files. The interrupt is passed on afterwards.
final class Undisturbed {
    private Undisturbed() {}

    /// What may fail as the disk and the kernel do.
    interface Work {
        void run() throws IOException;
    }

    static void run(Work work) throws IOException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread.ofPlatform().name("undisturbed").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("cleaning up ended oddly", e);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
