package dev.cupel.observe.probe.session;

import java.time.Duration;

/// A moment after which something has taken too long.
record Deadline(Ticker ticker, long startNanos, Duration limit) {
    static Deadline in(Duration limit, Ticker ticker) {
        return new Deadline(ticker, ticker.nanos(), limit);
    }

    boolean passed() {
        return elapsed().compareTo(limit) >= 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - startNanos);
    }
}
