package dev.cupel.observe.observation;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// All that was seen of one run of one image.
///
/// @param accesses unique, ordered by path, kind, phase
/// @param touched phase → paths of the image that the container's programs found in it, in the order of the phases
/// @param systemCalls names (`openat`, `statx`), as the container's processes used them after the command was started
/// @param listening sockets that were listened on at any time
/// @param connected `address:port` or UNIX paths that were connected to
/// @param capabilities names such as `CAP_NET_BIND_SERVICE` that a process of the container needed
/// @param sensors who watched
public record Observations(
        List<Access> accesses,
        Map<String, Set<ImagePath>> touched,
        SortedSet<String> systemCalls,
        List<ListeningSocket> listening,
        SortedSet<String> connected,
        SortedSet<String> capabilities,
        SensorReport sensors) {

    public Observations {
        accesses = List.copyOf(accesses);
        touched = copied(touched);
        systemCalls = Collections.unmodifiableSortedSet(new TreeSet<>(systemCalls));
        listening = List.copyOf(listening);
        connected = Collections.unmodifiableSortedSet(new TreeSet<>(connected));
        capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    }

    /// The same, told by other sensors.
    public Observations reportedBy(SensorReport other) {
        return new Observations(accesses, touched, systemCalls, listening, connected, capabilities, other);
    }

    private static Map<String, Set<ImagePath>> copied(Map<String, Set<ImagePath>> touched) {
        Map<String, Set<ImagePath>> copy = new LinkedHashMap<>();
        touched.forEach((phase, paths) -> copy.put(phase, Set.copyOf(paths)));
        return Collections.unmodifiableMap(copy);
    }
}
