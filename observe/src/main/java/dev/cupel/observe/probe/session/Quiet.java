package dev.cupel.observe.probe.session;

import dev.cupel.observe.observation.ListeningSocket;
import java.time.Duration;
import java.util.List;

/// Measures for how long nothing has changed: no socket, no file seen, nothing logged.
final class Quiet {
    private final Ticker ticker;
    private List<ListeningSocket> sockets = List.of();
    private long files = -1;
    private int logged = -1;
    private long since;

    Quiet(Ticker ticker) {
        this.ticker = ticker;
    }

    /// Returns the time since the last change, zero if there is one now.
    Duration look(List<ListeningSocket> socketsNow, long filesNow, int loggedNow) {
        if (!sockets.equals(socketsNow) || files != filesNow || logged != loggedNow) {
            sockets = List.copyOf(socketsNow);
            files = filesNow;
            logged = loggedNow;
            since = ticker.nanos();
        }
        return Duration.ofNanos(ticker.nanos() - since);
    }
}
