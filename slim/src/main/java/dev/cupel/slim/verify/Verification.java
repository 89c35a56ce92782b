package dev.cupel.slim.verify;

import dev.cupel.image.rootfs.RootFs;
import dev.cupel.observe.probe.comparison.Difference;
import dev.cupel.observe.probe.comparison.TranscriptComparison;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.rehearsal.Performance;
import dev.cupel.slim.subject.Original;
import java.util.List;

/// Judges candidates against runs of the original: two of them, so that what varies by itself is not held against anybody.
///
/// @param runs of the original, the exploration first
public record Verification(Original original, List<Performance> runs) {
    public Verification {
        runs = List.copyOf(runs);
    }

    /// What a candidate did otherwise, and what it missed.
    public record Outcome(List<String> differences, List<Miss> misses) {
        public Outcome {
            differences = List.copyOf(differences);
            misses = List.copyOf(misses);
        }

        /// It behaved as the original did and missed nothing.
        public boolean passed() {
            return differences.isEmpty() && misses.isEmpty();
        }

        public List<String> missSentences() {
            return misses.stream().map(Miss::sentence).toList();
        }
    }

    /// The original's exploration.
    public Performance explored() {
        return runs.getFirst();
    }

    /// The questions that every candidate is asked.
    public ReplayScript script() {
        return explored().transcript().script();
    }

    /// Compares a candidate's run; `slim` is its file system.
    public Outcome judge(Performance candidate, RootFs slim) {
        TranscriptComparison comparison =
                new TranscriptComparison(runs.stream().map(Performance::transcript).toList());
        List<String> differences = comparison.with(candidate.transcript()).stream().map(Difference::summary).toList();
        List<Miss> misses = new Misses(original.root(), slim).in(candidate.observations());
        return new Outcome(differences, misses);
    }
}
