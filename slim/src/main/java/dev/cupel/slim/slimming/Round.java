package dev.cupel.slim.slimming;

import dev.cupel.image.ImagePath;
import java.util.List;

/// One verification of one candidate.
///
/// @param differences what the candidate did otherwise than the original, and why more may have gone unseen, one sentence each; empty if
///     nothing
/// @param misses what it asked for in vain although the original has it, one sentence each
/// @param repaired what was brought back because of them
public record Round(int number, List<String> differences, List<String> misses, List<ImagePath> repaired) {
    public Round {
        differences = List.copyOf(differences);
        misses = List.copyOf(misses);
        repaired = List.copyOf(repaired);
    }

    /// Nothing differs, nothing is missed, and all was seen.
    public boolean passed() {
        return differences.isEmpty() && misses.isEmpty();
    }

    Round repairedWith(List<ImagePath> paths) {
        return new Round(number, differences, misses, paths);
    }
}
