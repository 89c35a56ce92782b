package dev.cupel.lint.ignore;

import dev.cupel.lint.check.LabelKind;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what `.hadolint.yaml` has in common with Cupel; formats and ShellCheck's numbers are passed over.
public final class HadolintConfig {
    private HadolintConfig() {}

    public static LintConfig read(String name, String text) {
        Map<String, Object> map = new YamlFile(name).map(text);
        List<ConfiguredIgnore> ignores = YamlFile.texts(map.get("ignored")).stream()
                .map(id -> new ConfiguredIgnore(id, "listed in " + name, Optional.empty()))
                .toList();
        Map<String, Severity> severities = new TreeMap<>();
        YamlFile.entries(map.get("override")).forEach((word, ids) -> severity(word)
                .ifPresent(severity -> YamlFile.texts(ids).forEach(id -> severities.put(id, severity))));
        Map<String, LabelKind> labels = new TreeMap<>();
        YamlFile.entries(map.get("label-schema")).forEach((key, kind) -> labels.put(key, LabelKind.of(String.valueOf(kind))));
        Surroundings surroundings = new Surroundings(
                YamlFile.texts(map.get("trustedRegistries")), labels, Boolean.TRUE.equals(map.get("strict-labels")), Optional.empty(), false);
        return new LintConfig(
                Optional.empty(),
                severity(map.get("failure-threshold")),
                ignores,
                severities,
                surroundings,
                !Boolean.TRUE.equals(map.get("disable-ignore-pragma")));
    }

    private static Optional<Severity> severity(@Nullable Object word) {
        return switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warning" -> Optional.of(Severity.WARNING);
            case "info", "style" -> Optional.of(Severity.INFO);
            default -> Optional.empty();
        };
    }
}
