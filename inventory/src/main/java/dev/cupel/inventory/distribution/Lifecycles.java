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

/// Until when distributions get security updates that everyone has: the table `lifecycles.txt`.
public final class Lifecycles {
    private final Map<String, LocalDate> ends;

    private Lifecycles(Map<String, LocalDate> ends) {
        this.ends = Map.copyOf(ends);
    }

    public static Lifecycles load() {
        Map<String, LocalDate> ends = new HashMap<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lifecycles.class.getResourceAsStream("lifecycles.txt")), StandardCharsets.UTF_8))) {
            for (String line : table.readAllLines()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] columns = line.split("\\s+");
                    ends.put(columns[0] + " " + columns[1], LocalDate.parse(columns[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of distributions is not in the archive", e);
        }
        return new Lifecycles(ends);
    }

    /// The last day with security updates; empty for a distribution that the table does not have, which is not the same as never.
    public Optional<LocalDate> endOf(Distribution distribution) {
        String version = distribution.versionId();
        while (!version.isEmpty()) {
            LocalDate end = ends.get(distribution.id() + " " + version);
            if (end != null) {
                return Optional.of(end);
            }
            int dot = version.lastIndexOf('.');
            version = dot < 0 ? "" : version.substring(0, dot);
        }
        return Optional.empty();
    }
}
