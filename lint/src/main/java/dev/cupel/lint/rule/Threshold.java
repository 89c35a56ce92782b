package dev.cupel.lint.rule;

import java.util.Locale;

/// From which severity on the answer is no.
public enum Threshold {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    public boolean isReachedBy(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case INFO -> true;
            case NEVER -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
