package dev.cupel.slim.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the verification says of the slim image.
public enum Verdict {
    /// It was run under the same plan and the same probes and behaved as the original did.
    VERIFIED,
    /// It was run, and it differs; nothing was published unless the user forced it.
    FAILED,
    /// It was not run (`--no-run`): nothing is proven.
    UNVERIFIED;

    /// The word in reports.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
