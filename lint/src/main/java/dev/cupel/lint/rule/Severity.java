package dev.cupel.lint.rule;

import java.util.Locale;

/// How bad it is, worst first.
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
