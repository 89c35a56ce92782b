package dev.cupel.observe.observation;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// All that was seen of one run of one image.
///
/// @param accesses unique, ordered by path, kind, phase
/// @param systemCalls names (`openat`, `statx`), as the container's processes used them after the command was started
/// @param listening sockets that were listened on at any time
/// @param connected `address:port` or UNIX paths that were connected to
/// @param capabilities names such as `CAP_NET_BIND_SERVICE` that a process of the container needed
/// @param sensors who watched
public record Observations(
        List<Access> accesses,
        SortedSet<String> systemCalls,
        List<ListeningSocket> listening,
        SortedSet<String> connected,
        SortedSet<String> capabilities,
        SensorReport sensors) {

    public Observations {
        accesses = List.copyOf(accesses);
        systemCalls = Collections.unmodifiableSortedSet(new TreeSet<>(systemCalls));
        listening = List.copyOf(listening);
        connected = Collections.unmodifiableSortedSet(new TreeSet<>(connected));
        capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    }
}
