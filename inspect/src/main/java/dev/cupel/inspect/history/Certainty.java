package dev.cupel.inspect.history;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How much of an instruction the history still has.
public enum Certainty {
    /// It says the same as what was written, if not in the same letters.
    KEPT,
    /// What it copied from is lost: the history names a digest, or a path of a build that is gone.
    SOURCE_LOST,
    /// No builder that we know wrote it; it stands as a comment.
    UNKNOWN;

    /// The word in reports.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
