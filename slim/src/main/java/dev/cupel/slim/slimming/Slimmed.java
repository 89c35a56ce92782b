package dev.cupel.slim.slimming;

import dev.cupel.image.manifest.Image;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.observe.rehearsal.Performance;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.subject.Original;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a slimming came to.
///
/// @param image the last candidate, in the store
/// @param rounds all verifications; empty if nothing was run
/// @param had the original's inventory
/// @param left of it: only that knows how much of each package there was
/// @param runs the original's runs and the last candidate's; empty if nothing was run
public record Slimmed(
        Original original, Image image, KeepSet kept, List<Round> rounds, Optional<Runs> runs, Inventory had, Inventory left) {
    /// What a report compares: the original's runs and the candidate's.
    ///
    /// @param runtime who ran them: `embedded`, `docker`
    /// @param originals the exploration, then the others
    /// @param different exchanges in which the candidate differs from all runs of the original
    /// @param unsteady exchanges in which the original did not agree with itself
    public record Runs(
            String runtime, List<Performance> originals, Performance slim, Set<String> different, Set<String> unsteady) {
        public Runs {
            originals = List.copyOf(originals);
            different = Set.copyOf(different);
            unsteady = Set.copyOf(unsteady);
        }

        /// The exploration.
        public Performance original() {
            return originals.getFirst();
        }
    }

    public Slimmed {
        rounds = List.copyOf(rounds);
    }

    /// Whether the last candidate was run and behaved as the original did.
    public boolean verified() {
        return !rounds.isEmpty() && rounds.getLast().passed();
    }
}
