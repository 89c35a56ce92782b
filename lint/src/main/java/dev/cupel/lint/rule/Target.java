package dev.cupel.lint.rule;

/// What a rule looks at.
public enum Target {
    FILE,
    IMAGE,
    BOTH;

    public boolean covers(Target other) {
        return this == BOTH || this == other;
    }
}
