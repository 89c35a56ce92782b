package dev.cupel.observe.rehearsal;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.observation.SensorReport;
import dev.cupel.observe.sensor.Recorder;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Several containers' observations of one rehearsal as one: what was seen first stays, and the whole is complete only if each is.
///
/// @param parts in the order of the containers; at least one
record Gathered(List<Observations> parts) {
    private record Key(ImagePath path, AccessKind kind, boolean found) {}

    Gathered {
        parts = List.copyOf(parts);
    }

    Observations whole() {
        Map<Key, Access> accesses = new LinkedHashMap<>();
        all(Observations::accesses).forEach(one -> accesses.merge(keyOf(one), one, Gathered::better));
        return new Observations(
                accesses.values().stream()
                        .sorted(Comparator.comparing(Access::path).thenComparing(Access::kind).thenComparing(Access::phase))
                        .toList(),
                touched(),
                sorted(Observations::systemCalls),
                List.copyOf(new LinkedHashSet<ListeningSocket>(all(Observations::listening).toList())),
                sorted(Observations::connected),
                sorted(Observations::capabilities),
                report());
    }

    /// How many different paths of the image were found.
    long files() {
        Set<ImagePath> found = new HashSet<>();
        all(Observations::accesses)
                .filter(one -> one.found() && !one.phase().equals(Recorder.RUNTIME))
                .forEach(one -> found.add(one.path()));
        return found.size();
    }

    private Map<String, Set<ImagePath>> touched() {
        Map<String, Set<ImagePath>> all = new LinkedHashMap<>();
        parts.forEach(one -> one.touched().forEach((phase, paths) -> all.computeIfAbsent(phase, _ -> new HashSet<>()).addAll(paths)));
        return all;
    }

    private SensorReport report() {
        List<SensorReport> reports = parts.stream().map(Observations::sensors).toList();
        return new SensorReport(
                reports.stream().flatMap(one -> one.sensors().stream()).distinct().toList(),
                reports.getFirst().kernel(),
                reports.stream().mapToLong(SensorReport::lost).sum(),
                reports.stream().allMatch(SensorReport::complete),
                reports.stream().flatMap(one -> one.remarks().stream()).distinct().toList());
    }

    private <T> Stream<T> all(Function<Observations, Collection<T>> part) {
        return parts.stream().flatMap(one -> part.apply(one).stream());
    }

    private SortedSet<String> sorted(Function<Observations, Collection<String>> part) {
        return new TreeSet<>(all(part).toList());
    }

    private static Key keyOf(Access access) {
        return new Key(access.path(), access.kind(), access.found());
    }

    /// What the runtime did in one container may be the program's own need in another.
    private static Access better(Access old, Access now) {
        return old.phase().equals(Recorder.RUNTIME) ? now : old;
    }
}
