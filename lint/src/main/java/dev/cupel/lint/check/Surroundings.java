package dev.cupel.lint.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What checks need to know besides the file.
///
/// @param trustedRegistries the only ones that FROM may name, `*` for any part; empty allows all
/// @param labels the label schema: key and what its value must be
/// @param strictLabels whether other labels are a breach
/// @param ignored the build context's .dockerignore; empty if there is none
/// @param context whether the file lies in a folder that can be taken for the build context
public record Surroundings(
        List<String> trustedRegistries, Map<String, LabelKind> labels, boolean strictLabels, Optional<IgnoredPaths> ignored, boolean context) {
    public static final Surroundings NONE = new Surroundings(List.of(), Map.of(), false, Optional.empty(), false);

    public Surroundings {
        trustedRegistries = List.copyOf(trustedRegistries);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /// Both; what this one says goes first. Labels and how strict they are belong together.
    public Surroundings over(Surroundings other) {
        Surroundings schema = labels.isEmpty() && !strictLabels ? other : this;
        return new Surroundings(
                trustedRegistries.isEmpty() ? other.trustedRegistries : trustedRegistries,
                schema.labels,
                schema.strictLabels,
                ignored.or(other::ignored),
                context || other.context);
    }

    public Surroundings in(Optional<IgnoredPaths> dockerignore) {
        return new Surroundings(trustedRegistries, labels, strictLabels, dockerignore, true);
    }
}
