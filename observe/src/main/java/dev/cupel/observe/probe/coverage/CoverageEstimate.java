package dev.cupel.observe.probe.coverage;

import dev.cupel.image.ImagePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How much of what users would make the container touch the probes have probably not touched (Good 1953, after Turing).
///
/// Take each pair of a probe and a file that it touched as one observation; let there be `n` of them, and let `f1` be the
/// number of files that exactly one probe touched. If one observation were left out, it would be of a file that the others
/// do not have exactly when that file is one of the `f1`; averaged over all `n`, a left-out observation is new with
/// probability `f1 / n`. That is the estimate that the *next* observation is of a file not yet seen: the unseen share.
///
/// It supposes that probes resemble what users do and are exchangeable. They are not quite: a program opens most files once and
/// keeps them, so whatever the first request loads looks unique to it. The same argument over whole probes is sturdier against
/// that: of `probes`, `surprising` touched at least one file that no other did, so the next one does with probability
/// `surprising / probes`, however many files the first had to itself.
///
/// @param probes that touched any file; starting and stopping are none
/// @param observations `n`
/// @param singletons `f1`
/// @param surprising probes that touched a file that no other touched
public record CoverageEstimate(int probes, int observations, int singletons, int surprising) {
    private static final Set<String> NOT_PROBES = Set.of("start", "stop", "second start", "survey", "");

    public CoverageEstimate {
        if (surprising > probes || singletons > observations || surprising > singletons || probes > observations) {
            throw new IllegalArgumentException("these counts cannot be: " + probes + ", " + observations + ", " + singletons + ", " + surprising);
        }
    }

    /// Estimates from what was found during probing, phases taken for probes. Directories listed and files only asked about
    /// count as files: dropping them breaks programs just the same.
    ///
    /// @param touched phase → what was found in it
    public static CoverageEstimate of(Map<String, Set<ImagePath>> touched) {
        List<Set<ImagePath>> byProbe = touched.entrySet().stream()
                .filter(phase -> isProbe(phase.getKey()) && !phase.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .toList();
        Map<ImagePath, Long> seenBy = byProbe.stream().flatMap(Set::stream).collect(Collectors.groupingBy(path -> path, Collectors.counting()));
        int observations = byProbe.stream().mapToInt(Set::size).sum();
        int singletons = (int) seenBy.values().stream().filter(count -> count == 1).count();
        int surprising = (int) byProbe.stream()
                .filter(paths -> paths.stream().anyMatch(path -> seenBy.getOrDefault(path, 0L) == 1))
                .count();
        return new CoverageEstimate(byProbe.size(), observations, singletons, surprising);
    }

    private static boolean isProbe(String phase) {
        return !NOT_PROBES.contains(phase) && !phase.startsWith("greeting ");
    }

    /// The probability that the next observation is of a file not yet seen, 0 to 1; 1 if nothing was observed: then nothing is known.
    public double unseenShare() {
        return observations == 0 ? 1 : (double) singletons / observations;
    }

    /// The probability that one more probe of the kind would bring a new file, 0 to 1; 1 if nothing was observed.
    public double nextSurprise() {
        return probes == 0 ? 1 : (double) surprising / probes;
    }
}
