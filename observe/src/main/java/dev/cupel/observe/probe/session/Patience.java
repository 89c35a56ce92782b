package dev.cupel.observe.probe.session;

import java.time.Duration;

/// How long to wait for a container to become ready. Waiting ends as soon as it is; none of these is slept through.
///
/// @param start for the ports that are waited for, or the end of a command-line tool
/// @param poll between two looks
/// @param steady without a new socket, file or log line, after which a container counts as settled
/// @param healthy for the health check to pass and for a listening service to answer, once settled
public record Patience(Duration start, Duration poll, Duration steady, Duration healthy) {
    /// A minute and a half for slow starters; a quarter of a second of quiet.
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(90), Duration.ofMillis(15), Duration.ofMillis(250), Duration.ofSeconds(30));

    public Patience withStart(Duration limit) {
        return new Patience(limit, poll, steady, healthy);
    }

    public Patience withSteady(Duration quiet) {
        return new Patience(start, poll, quiet, healthy);
    }

    public Patience withHealthy(Duration limit) {
        return new Patience(start, poll, steady, limit);
    }
}
