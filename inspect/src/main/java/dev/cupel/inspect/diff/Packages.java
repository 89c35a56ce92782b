package dev.cupel.inspect.diff;

import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.diff.DiffReport.PackageChange;
import dev.cupel.inspect.diff.DiffReport.PackageRow;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.version.VersionScheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares two inventories. A package is the same by ecosystem, name and architecture; if there are several versions of one, those that
/// both have fall out first.
record Packages(Inventory before, Inventory after, RootFs rootAfter) {
    List<PackageRow> rows() {
        Map<String, Map<String, Component>> one = byName(before);
        Map<String, Map<String, Component>> other = byName(after);
        List<PackageRow> rows = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            Ecosystem ecosystem = Stream.of(one, other).flatMap(side -> side.getOrDefault(name, Map.of()).values().stream()).findFirst().orElseThrow().ecosystem();
            Map<String, Component> gone = new TreeMap<>(VersionScheme.of(ecosystem).order().thenComparing(version -> version));
            gone.putAll(one.getOrDefault(name, Map.of()));
            Map<String, Component> come = new TreeMap<>(gone);
            come.clear();
            come.putAll(other.getOrDefault(name, Map.of()));
            Set<String> both = new LinkedHashSet<>(gone.keySet());
            both.retainAll(come.keySet());
            gone.keySet().removeAll(both);
            come.keySet().removeAll(both);
            pair(new ArrayList<>(gone.values()), new ArrayList<>(come.values()), rows);
        }
        return rows;
    }

    private void pair(List<Component> gone, List<Component> come, List<PackageRow> rows) {
        int pairs = Math.min(gone.size(), come.size());
        for (int i = 0; i < pairs; i++) {
            Component a = gone.get(i);
            Component b = come.get(i);
            boolean up = VersionScheme.of(a.ecosystem()).order().compare(a.version(), b.version()) <= 0;
            boolean licences = !a.licences().equals(b.licences());
            rows.add(row(b, up ? PackageChange.UPGRADED : PackageChange.DOWNGRADED, a.version(), b.version(), licences, Optional.empty()));
        }
        gone.subList(pairs, gone.size()).forEach(a -> rows.add(goneRow(a)));
        come.subList(pairs, come.size()).forEach(b -> rows.add(row(b, PackageChange.ADDED, "", b.version(), false, Optional.empty())));
    }

    /// Whether the code went, or only the record of it. A licence that stayed behind is no code.
    private PackageRow goneRow(Component a) {
        long left = a.files().present().stream().filter(path -> !path.text().startsWith("/usr/share/doc/") && rootAfter.at(path).isPresent()).count();
        int files = a.files().kept();
        return left == 0 || files == 0
                ? row(a, PackageChange.REMOVED, a.version(), "", false, Optional.empty())
                : row(a, PackageChange.FORGOTTEN, a.version(), "", false, Optional.of("%d of its %d files are still there".formatted(left, files)));
    }

    private static PackageRow row(Component one, PackageChange change, String before, String after, boolean licencesDiffer, Optional<String> note) {
        return new PackageRow(one.name(), one.ecosystem().name().toLowerCase(Locale.ROOT), change, before, after, one.licences(), licencesDiffer, note);
    }

    private static Map<String, Map<String, Component>> byName(Inventory inventory) {
        Map<String, Map<String, Component>> names = new TreeMap<>();
        Collection<Component> components = inventory.components();
        components.forEach(one -> names.computeIfAbsent(one.ecosystem() + " " + one.name() + " " + one.architecture(), _ -> new TreeMap<>()).putIfAbsent(one.version(), one));
        return names;
    }
}
