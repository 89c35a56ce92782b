package dev.cupel.lint.rule;

import java.util.Locale;

/// How strict to be. Each has all rules of those before it.
public enum Profile {
    /// What breaks a build or lets somebody in.
    BRONZE,
    /// What most people want said.
    SILVER,
    /// Everything: pinned versions, digests, annotations.
    GOLD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
