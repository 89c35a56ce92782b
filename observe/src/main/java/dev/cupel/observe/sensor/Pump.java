package dev.cupel.observe.sensor;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Empties a kernel queue again and again on a thread of its own, and at once when asked. It looks a hundred times a second instead
/// of being woken for each event: a wake-up costs the watched program more than the event does, and the queues hold seconds of work.
final class Pump {
    private static final long PAUSE_NANOS = 10_000_000;

    /// Empties the queue once.
    interface Round {
        void run() throws IOException;
    }

    private final Round round;
    private final Consumer<IOException> failure;
    private final Thread thread;
    private volatile boolean running = true;

    /// @param failure told once when a round on the thread fails; the thread ends then
    Pump(String name, Round round, Consumer<IOException> failure) {
        this.round = round;
        this.failure = failure;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /// Empties the queue now, in the calling thread.
    synchronized void now() throws IOException {
        round.run();
    }

    /// Ends the thread, then empties the queue a last time.
    void stop() throws IOException {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the last events were read", e);
        }
        now();
    }

    private void loop() {
        try {
            while (running) {
                now();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            failure.accept(e);
        }
    }
}
