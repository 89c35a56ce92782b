package dev.cupel.inventory.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Until when distributions get security updates: the table `lifecycles.txt`, which names its sources.
public final class Lifecycles {
    private final Map<String, Lifecycle> known;

    private Lifecycles(Map<String, Lifecycle> known) {
        this.known = Map.copyOf(known);
    }

    public static Lifecycles load() {
        Map<String, Lifecycle> known = new HashMap<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lifecycles.class.getResourceAsStream("lifecycles.txt")), StandardCharsets.UTF_8))) {
            for (String line : table.readAllLines()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] columns = line.split("\\s+");
                    known.put(columns[0] + " " + columns[1], lifecycle(columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of distributions is not in the archive", e);
        }
        return new Lifecycles(known);
    }

    private static Lifecycle lifecycle(String[] columns) {
        return columns[2].equals("rolling")
                ? new Lifecycle.Rolling()
                : new Lifecycle.Ends(LocalDate.parse(columns[2]), columns.length > 3 ? Optional.of(LocalDate.parse(columns[3])) : Optional.empty());
    }

    /// By its version or the first parts of it.
    public Lifecycle of(Distribution distribution) {
        String version = distribution.versionId();
        while (!version.isEmpty()) {
            Lifecycle found = known.get(distribution.id() + " " + version);
            if (found != null) {
                return found;
            }
            int dot = version.lastIndexOf('.');
            version = dot < 0 ? "" : version.substring(0, dot);
        }
        return known.getOrDefault(distribution.id() + " *", new Lifecycle.Unknown());
    }
}
