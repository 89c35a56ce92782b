package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.observation.SensorReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Joins what was seen of several containers of one image.
public final class Sightings {
    private Sightings() {}

    /// All of them as one; at least one is needed. It is complete only if each of them is.
    public static Observations joined(List<Observations> all) {
        Set<Access> accesses = new LinkedHashSet<>();
        Set<ListeningSocket> listening = new LinkedHashSet<>();
        SortedSet<String> calls = new TreeSet<>();
        SortedSet<String> connected = new TreeSet<>();
        SortedSet<String> capabilities = new TreeSet<>();
        for (Observations one : all) {
            accesses.addAll(one.accesses());
            listening.addAll(one.listening());
            calls.addAll(one.systemCalls());
            connected.addAll(one.connected());
            capabilities.addAll(one.capabilities());
        }
        List<Access> ordered = accesses.stream()
                .sorted(Comparator.comparing(Access::path).thenComparing(Access::kind).thenComparing(Access::phase))
                .toList();
        return new Observations(ordered, calls, List.copyOf(listening), connected, capabilities, report(all));
    }

    private static SensorReport report(List<Observations> all) {
        Set<String> sensors = new LinkedHashSet<>();
        Set<String> remarks = new LinkedHashSet<>();
        long lost = 0;
        boolean complete = true;
        for (Observations one : all) {
            sensors.addAll(one.sensors().sensors());
            remarks.addAll(one.sensors().remarks());
            lost += one.sensors().lost();
            complete &= one.sensors().complete();
        }
        String kernel = all.getFirst().sensors().kernel();
        return new SensorReport(new ArrayList<>(sensors), kernel, lost, complete, new ArrayList<>(remarks));
    }
}
