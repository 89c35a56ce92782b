package dev.cupel.inventory.distribution;

import java.time.LocalDate;
import java.util.Optional;

/// How long a release of a distribution gets security updates.
public sealed interface Lifecycle {
    /// It ends.
    ///
    /// @param end the last day on which everyone gets them
    /// @param paidEnd the last day for those who pay for an extension; empty where none is sold
    record Ends(LocalDate end, Optional<LocalDate> paidEnd) implements Lifecycle {}

    /// Its packages are renewed without end; no release of it is ever given up.
    record Rolling() implements Lifecycle {}

    /// The table does not have it, which is not the same as never.
    record Unknown() implements Lifecycle {}
}
