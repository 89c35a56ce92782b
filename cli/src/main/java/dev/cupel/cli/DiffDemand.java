package dev.cupel.cli;

import dev.cupel.inspect.diff.DiffGate;
import dev.cupel.inspect.diff.PlatformsDiff;
import dev.cupel.vulnerability.comparison.Change;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import java.util.Collection;
import java.util.Optional;

/// What `cupel diff --fail-on` refuses.
///
/// @param gate a difference; empty for vulnerabilities that only the second image has
record DiffDemand(Optional<DiffGate> gate) {
    private static final String VULNERABILITY = "vulnerability";

    /// Reads a word; another is an [IllegalArgumentException] that names them all.
    static DiffDemand parse(String word) {
        if (word.equals(VULNERABILITY)) {
            return new DiffDemand(Optional.empty());
        }
        try {
            return new DiffDemand(Optional.of(DiffGate.parse(word)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ", " + VULNERABILITY, e);
        }
    }

    String word() {
        return gate.map(DiffGate::word).orElse(VULNERABILITY);
    }

    boolean isOfVulnerabilities() {
        return gate.isEmpty();
    }

    /// Whether the second image is refused, on any platform.
    boolean refuses(PlatformsDiff diff, Collection<VulnerabilityDiff> vulnerabilities) {
        return gate.map(diff::refusedBy).orElseGet(() -> vulnerabilities.stream().anyMatch(one -> one.count(Change.ADDED) > 0));
    }
}
