package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Words;
import java.util.List;
import java.util.stream.Stream;

/// What a collection of the store freed, or would free.
///
/// @param count how many things went
/// @param leftBytes what stays
/// @param othersAtWork whether only what had been unused for a day could go, because another Cupel is at work
public record Freed(boolean dryRun, int count, long sizeBytes, long leftBytes, boolean othersAtWork) implements Answer {
    @Override
    public List<String> lines() {
        String freed = "%s %s (%d things); %s %s".formatted(
                dryRun ? "would free" : "freed",
                Words.size(sizeBytes),
                count,
                Words.size(leftBytes),
                dryRun ? "would stay" : "stay");
        return othersAtWork
                ? Stream.of(freed, "another cupel is at work: nothing that was used within a day goes").toList()
                : List.of(freed);
    }
}
