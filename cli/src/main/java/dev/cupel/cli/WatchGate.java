package dev.cupel.cli;

import dev.cupel.vulnerability.watch.Change;
import dev.cupel.vulnerability.watch.WatchReport;

/// What of a watch makes the exit code 1.
enum WatchGate {
    NEW,
    WORSE,
    FIXED,
    GONE,
    ANY;

    boolean closes(WatchReport report) {
        return switch (this) {
            case NEW -> report.count(Change.Kind.NEW) > 0;
            case WORSE -> report.count(Change.Kind.WORSE) > 0;
            case FIXED -> report.count(Change.Kind.FIXED) > 0;
            case GONE -> report.count(Change.Kind.GONE) > 0;
            case ANY -> !report.news().isEmpty();
        };
    }
}
