package dev.cupel.slim.report;

import dev.cupel.slim.keep.Reason;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an image used while it ran, of all that a report says: enough to tell which of its packages matter.
///
/// @param used paths that were read, mapped, executed or listed
/// @param ports that it listened on, beyond the loopback interface too
/// @param source what it was learnt from, for people
public record RunTimeUse(SortedSet<String> used, List<Integer> ports, String source) {
    public RunTimeUse {
        used = Collections.unmodifiableSortedSet(new TreeSet<>(used));
        ports = List.copyOf(ports);
    }

    /// Nothing is used where nothing ran.
    public static RunTimeUse of(SlimReport report) {
        Set<Integer> observed = new HashSet<>();
        for (int i = 0; i < report.reasons().size(); i++) {
            if (Reason.Observed.isOne(report.reasons().get(i))) {
                observed.add(i);
            }
        }
        SortedSet<String> used = new TreeSet<>();
        report.kept().stream().filter(row -> row.why().stream().anyMatch(observed::contains)).forEach(row -> used.add(row.path()));
        List<Integer> ports = report.run().listening().stream().flatMap(socket -> port(socket).stream()).distinct().sorted().toList();
        return new RunTimeUse(used, ports, "observed by cupel slim of " + report.source().reference());
    }

    /// Of `tcp 0.0.0.0:80`; a UNIX socket has none.
    private static List<Integer> port(String socket) {
        String digits = socket.substring(socket.lastIndexOf(':') + 1);
        return socket.startsWith("tcp") && digits.matches("[0-9]{1,5}") ? List.of(Integer.valueOf(digits)) : List.of();
    }
}
