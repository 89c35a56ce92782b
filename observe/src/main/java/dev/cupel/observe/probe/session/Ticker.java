package dev.cupel.observe.probe.session;

import java.time.Duration;

/// Time, as waiting needs it.
public interface Ticker {
    /// Nanoseconds since some moment.
    long nanos();

    /// Lets at least this much time pass.
    void pause(Duration duration) throws InterruptedException;

    /// The machine's own.
    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
