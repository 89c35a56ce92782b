package dev.cupel.lint.ignore;

import java.time.LocalDate;
import java.util.Optional;

/// A rule that a configuration file switches off.
///
/// @param id any of its names
/// @param until the last day on which it holds; empty for ever
public record ConfiguredIgnore(String id, String reason, Optional<LocalDate> until) {
    boolean isOver(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }
}
