package dev.cupel.lint.check;

/// What the value of a label must be, as a label schema says it (hadolint's words).
public enum LabelKind {
    TEXT,
    URL,
    RFC3339,
    SPDX,
    HASH,
    SEMVER,
    EMAIL,
    RAWTEXT
}
