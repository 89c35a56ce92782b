package dev.cupel.slim.verify;

import dev.cupel.image.rootfs.RootFs;
import dev.cupel.observe.observation.SensorReport;
import dev.cupel.observe.probe.comparison.Difference;
import dev.cupel.observe.probe.comparison.TranscriptComparison;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.rehearsal.Performance;
import dev.cupel.slim.subject.Original;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Judges candidates against runs of the original: two of them, so that what varies by itself is not held against anybody.
///
/// @param runs of the original, the exploration first
/// @param unsteady exchanges in which the original did not even agree with its own earlier runs: only a missing answer or
///     another status counts there
public record Verification(Original original, List<Performance> runs, Set<String> unsteady) {
    public Verification {
        runs = List.copyOf(runs);
        unsteady = Set.copyOf(unsteady);
    }

    public Verification(Original original, List<Performance> runs) {
        this(original, runs, Set.of());
    }

    /// The same with one more run of the original, judged by the earlier ones: where it differs from them, so may a candidate.
    public Verification informedBy(Performance another) {
        Set<String> all = new HashSet<>(unsteady);
        comparison().with(another.transcript()).stream().map(Difference::exchange).forEach(all::add);
        List<Performance> more = new ArrayList<>(runs);
        more.add(another);
        return new Verification(original, more, all);
    }

    /// What a candidate did otherwise, and what it missed.
    ///
    /// @param exchanges those of the differences
    /// @param doubts why it may have missed more; nothing that is brought back would help
    public record Outcome(List<String> differences, Set<String> exchanges, List<Miss> misses, List<String> doubts) {
        public Outcome {
            differences = List.copyOf(differences);
            exchanges = Set.copyOf(exchanges);
            misses = List.copyOf(misses);
            doubts = List.copyOf(doubts);
        }

        /// It behaved as the original did and missed nothing, and all that it did was seen.
        public boolean passed() {
            return behavedAlike() && doubts.isEmpty();
        }

        /// As far as was seen, it behaved as the original did and missed nothing.
        public boolean behavedAlike() {
            return differences.isEmpty() && misses.isEmpty();
        }

        /// Everything that speaks against it but the misses, one sentence each.
        public List<String> objections() {
            return Stream.concat(differences.stream(), doubts.stream()).toList();
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
        List<Difference> differences =
                comparison().with(candidate.transcript()).stream().filter(this::counts).toList();
        List<Miss> misses = new Misses(original.root(), slim).in(candidate.observations());
        return new Outcome(
                differences.stream().map(Difference::summary).toList(),
                differences.stream().map(Difference::exchange).collect(Collectors.toSet()),
                misses,
                doubts(candidate.observations().sensors()));
    }

    private static List<String> doubts(SensorReport sensors) {
        return sensors.complete()
                ? List.of()
                : List.of("it was not seen whole, so it may have missed more: " + String.join("; ", sensors.remarks()));
    }

    private TranscriptComparison comparison() {
        return new TranscriptComparison(runs.stream().map(Performance::transcript).toList());
    }

    private boolean counts(Difference difference) {
        return switch (difference) {
            case Difference.OtherText(String exchange, var _, var _, var _, var _) -> !unsteady.contains(exchange);
            case Difference.OtherHeader(String exchange, var _, var _, var _, var _) -> !unsteady.contains(exchange);
            case Difference.NoAnswer _,
                    Difference.NotAsked _,
                    Difference.OtherStatus _,
                    Difference.OtherExitCode _,
                    Difference.OtherState _,
                    Difference.Unmet _,
                    Difference.NewLogLine _ -> true;
        };
    }
}
