package dev.cupel.cli;

import dev.cupel.vulnerability.watch.Change;
import dev.cupel.vulnerability.watch.WatchReport;
import java.util.Set;

/// What of a watch makes the exit code 1.
enum WatchGate {
    NEW(Change.Kind.NEW),
    WORSE(Change.Kind.WORSE),
    FIXED(Change.Kind.FIXED),
    GONE(Change.Kind.GONE),
    ANY(Change.Kind.values());

    private final Set<Change.Kind> kinds;

    WatchGate(Change.Kind... kinds) {
        this.kinds = Set.of(kinds);
    }

    boolean closes(WatchReport report) {
        return kinds.stream().anyMatch(kind -> report.count(kind) > 0);
    }
}
