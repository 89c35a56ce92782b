package dev.cupel.lint.check;

import java.util.Locale;

/// What the value of a label must be, as a label schema says it (hadolint's words).
public enum LabelKind {
    TEXT,
    URL,
    RFC3339,
    SPDX,
    HASH,
    SEMVER,
    EMAIL,
    RAWTEXT;

    /// Reads hadolint's word; what is not known is a text.
    public static LabelKind of(String word) {
        for (LabelKind kind : values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return TEXT;
    }
}
