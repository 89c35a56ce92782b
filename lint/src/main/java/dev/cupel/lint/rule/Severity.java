package dev.cupel.lint.rule;

import java.util.Locale;

/// How bad it is, worst first.
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
