package dev.cupel.inspect.base;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Something that the application needs of its base image.
///
/// @param why how we know, for people
public record Need(Kind kind, String why) {
    /// What it is.
    public enum Kind {
        SHELL,
        GLIBC,
        MUSL,
        /// An interpreter or a virtual machine.
        RUNTIME,
        CERTIFICATES,
        /// The data of time zones, which programs ask for by name.
        TIME_ZONES,
        /// An account that only the image's own /etc/passwd has.
        USERS,
        /// What it starts could not be found out.
        UNKNOWN;

        /// The word in reports.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String told() {
            return word().replace('-', ' ');
        }
    }
}
