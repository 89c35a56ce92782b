package dev.cupel.lint.ignore;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.lint.check.LabelKind;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `.cupel-lint.yaml`. A key that it does not know stops the command: an ignore with a slip of the pen must not ignore silently.
public final class ConfigReader {
    private static final Set<String> KEYS = Set.of("profile", "fail-on", "ignore", "severity", "trusted-registries", "labels", "strict-labels");

    private final String name;

    /// `name` is what messages call the file.
    public ConfigReader(String name) {
        this.name = name;
    }

    public LintConfig read(String text) {
        Map<String, Object> map = new YamlFile(name).map(text);
        map.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw wrong("the key " + Quoted.of(key) + " is not known");
        });
        Map<String, LabelKind> labels = new TreeMap<>();
        YamlFile.entries(map.get("labels")).forEach((key, kind) -> labels.put(key, LabelKind.of(String.valueOf(kind))));
        return new LintConfig(
                Optional.ofNullable(map.get("profile")).map(value -> oneOf(Profile.values(), "profile", value)),
                Optional.ofNullable(map.get("fail-on")).map(value -> oneOf(Severity.values(), "fail-on", value)),
                ignores(map.get("ignore")),
                severities(map.get("severity")),
                new Surroundings(
                        YamlFile.texts(map.get("trusted-registries")), labels, Boolean.TRUE.equals(map.get("strict-labels")), Optional.empty(), false),
                true);
    }

    private List<ConfiguredIgnore> ignores(@Nullable Object value) {
        List<ConfiguredIgnore> ignores = new ArrayList<>();
        for (Object entry : value instanceof List<?> list ? list : List.of()) {
            Map<String, Object> map = YamlFile.entries(entry);
            String id = String.valueOf(map.getOrDefault("id", ""));
            String reason = String.valueOf(map.getOrDefault("reason", ""));
            if (id.isBlank() || reason.isBlank()) {
                throw wrong("each entry of ignore has an id and a reason");
            }
            ignores.add(new ConfiguredIgnore(id, reason, Optional.ofNullable(map.get("until")).map(this::day)));
        }
        return ignores;
    }

    private LocalDate day(Object value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw wrong(Quoted.of(String.valueOf(value)) + " is no day; write 2026-12-31");
        }
    }

    private Map<String, Severity> severities(@Nullable Object value) {
        Map<String, Severity> severities = new TreeMap<>();
        YamlFile.entries(value).forEach((id, severity) -> severities.put(id, oneOf(Severity.values(), "severity of " + id, severity)));
        return severities;
    }

    private <E extends Enum<E>> E oneOf(E[] all, String key, Object value) {
        for (E one : all) {
            if (one.name().equalsIgnoreCase(String.valueOf(value))) {
                return one;
            }
        }
        throw wrong("%s is one of %s, not %s".formatted(key, List.of(all), Quoted.of(String.valueOf(value))));
    }

    private CupelException wrong(String what) {
        return new CupelException(Fault.INPUT, "Cannot use " + name + ": " + what + ".", "docs/lint.md shows what the file may say.");
    }
}
