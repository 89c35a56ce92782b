package dev.cupel.observe.rehearsal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How long the parts of something took, one after the other.
final class Stopwatch {
    private final Map<String, Duration> laps = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /// Ends a part; the next begins.
    Duration lap(String name) {
        long now = System.nanoTime();
        Duration took = Duration.ofNanos(now - last);
        laps.merge(name, took, Duration::plus);
        last = now;
        return took;
    }

    Map<String, Duration> laps() {
        return laps;
    }
}
