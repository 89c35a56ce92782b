package dev.cupel.cli.value;

import dev.cupel.image.Quoted;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// From when on something does not count: at the begin of a day in UTC, or so long after now.
public sealed interface Expiry {
    /// On a day.
    record OnDay(LocalDate day) implements Expiry {}

    /// After a while.
    record After(Duration time) implements Expiry {}

    /// Reads `2026-12-31`, or `12h`, `90d`, `12w`.
    static Expiry parse(String text) {
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                return new OnDay(LocalDate.parse(text));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(Quoted.of(text) + " is no day of the calendar", e);
            }
        }
        try {
            return new After(Age.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Quoted.of(text) + " is neither a day such as 2026-12-31 nor a duration such as 90d", e);
        }
    }

    default Instant after(Instant now) {
        return switch (this) {
            case OnDay(var day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case After(var time) -> now.plus(time);
        };
    }
}
