package dev.cupel.lint.ignore;

import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.Severity;
import dev.cupel.lint.rule.Threshold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What configuration files say.
///
/// @param severities by any name of a rule
/// @param pragmas whether comments may ignore
public record LintConfig(
        Optional<Profile> profile,
        Optional<Threshold> failOn,
        List<ConfiguredIgnore> ignores,
        Map<String, Severity> severities,
        Surroundings surroundings,
        boolean pragmas) {
    public static final LintConfig NONE = new LintConfig(Optional.empty(), Optional.empty(), List.of(), Map.of(), Surroundings.NONE, true);

    public LintConfig {
        ignores = List.copyOf(ignores);
        severities = Collections.unmodifiableMap(new TreeMap<>(severities));
    }

    /// Both; what this one says goes first.
    public LintConfig over(LintConfig other) {
        List<ConfiguredIgnore> all = new ArrayList<>(ignores);
        all.addAll(other.ignores);
        Map<String, Severity> both = new TreeMap<>(other.severities);
        both.putAll(severities);
        return new LintConfig(
                profile.or(other::profile), failOn.or(other::failOn), all, both, surroundings.over(other.surroundings), pragmas && other.pragmas);
    }
}
