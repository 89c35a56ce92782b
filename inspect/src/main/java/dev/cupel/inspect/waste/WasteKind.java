package dev.cupel.inspect.waste;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why bytes of an image are for nothing. The first four no container can see.
public enum WasteKind {
    OVERWRITTEN,
    COPIED_AGAIN,
    DELETED,
    REPLACED_DIRECTORY,
    /// What package managers keep for a next time that an image does not have.
    PACKAGE_CACHE,
    TEMPORARY,
    /// Histories of version control.
    VERSION_CONTROL,
    DOCUMENTATION,
    LOCALES,
    /// Files of the same content under several names that are no hard links.
    DUPLICATE;

    /// Whether an application may want it: then taking it away is a choice, not a gain for free.
    public boolean isChoice() {
        return this == DOCUMENTATION || this == LOCALES || this == DUPLICATE;
    }

    /// The word in reports.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
