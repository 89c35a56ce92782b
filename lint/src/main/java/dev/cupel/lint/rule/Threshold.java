package dev.cupel.lint.rule;

import java.util.Locale;

/// From which severity on the answer is no.
public enum Threshold {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    public boolean isReachedBy(Severity severity) {
        return this != NEVER && severity.ordinal() <= ordinal();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
