package dev.cupel.observe.probe.transcript;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// In which state a container settled after its start.
public sealed interface Readiness {
    /// It serves. Sockets are written `tcp 0.0.0.0:80`.
    record Listening(SortedSet<String> sockets) implements Readiness {
        public Listening {
            sockets = Collections.unmodifiableSortedSet(new TreeSet<>(sockets));
        }
    }

    /// It runs and has settled, and listens nowhere: a worker.
    record Idle() implements Readiness {}

    /// It has ended: a command-line tool, or a failure. `log` is cut at the front.
    record Exited(int exitCode, String log) implements Readiness {}

    /// It still runs but did not do what was waited for. `log` is its end.
    record Unready(String reason, String log) implements Readiness {}

    /// Whether there is something to talk to.
    default boolean serves() {
        return this instanceof Listening;
    }

    /// One sentence without a full stop, for a message.
    default String summary() {
        return switch (this) {
            case Listening(var sockets) -> "it listens on " + String.join(", ", sockets);
            case Idle() -> "it runs and listens nowhere";
            case Exited(var code, _) -> "it ended with exit code " + code;
            case Unready(var reason, _) -> reason;
        };
    }
}
