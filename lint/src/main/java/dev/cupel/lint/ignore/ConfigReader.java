package dev.cupel.lint.ignore;

import dev.cupel.image.Quoted;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Severity;
import dev.cupel.lint.rule.Threshold;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads `.cupel-lint.yaml`. A key, rule or word that it does not know stops the command: an ignore with a slip of the pen must not ignore
/// silently, and a policy must not be off silently.
public final class ConfigReader {
    private static final Set<String> KEYS = Set.of("profile", "fail-on", "ignore", "severity", "trusted-registries", "labels", "strict-labels");
    private static final Set<String> KEYS_OF_IGNORE = Set.of("id", "reason", "until");

    private final YamlFile file;
    private final RuleBook book;

    /// `name` is what messages call the file; `book` has the rules that it may name.
    public ConfigReader(String name, RuleBook book) {
        this.file = new YamlFile(name);
        this.book = book;
    }

    public LintConfig read(String text) {
        ConfigMap map = file.map(text);
        map.requireOnly(KEYS);
        Surroundings surroundings =
                new Surroundings(map.texts("trusted-registries"), map.labels("labels"), map.flag("strict-labels"), Optional.empty(), false);
        return new LintConfig(
                map.oneOf(Profile.values(), "profile"),
                map.oneOf(Threshold.values(), "fail-on"),
                ignores(map),
                severities(map.map("severity")),
                surroundings,
                true);
    }

    private List<ConfiguredIgnore> ignores(ConfigMap map) {
        List<ConfiguredIgnore> ignores = new ArrayList<>();
        for (Object entry : map.list("ignore")) {
            ConfigMap one = file.map("each entry of ignore", entry == null ? List.of() : entry);
            one.requireOnly(KEYS_OF_IGNORE);
            String id = one.text("id").orElse("");
            String reason = one.text("reason").orElse("");
            if (id.isBlank() || reason.isBlank()) {
                throw file.wrong("each entry of ignore has an id and a reason");
            }
            ignores.add(new ConfiguredIgnore(known(id), reason, one.text("until").map(this::day)));
        }
        return ignores;
    }

    private String known(String id) {
        return book.find(id).map(_ -> id).orElseThrow(() -> file.wrong("no rule is called " + Quoted.of(id)));
    }

    private LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw file.wrong(Quoted.of(value) + " is no day; write 2026-12-31");
        }
    }

    private Map<String, Severity> severities(ConfigMap map) {
        Map<String, Severity> severities = new TreeMap<>();
        map.entries().keySet().forEach(id -> map.oneOf(Severity.values(), id).ifPresent(severity -> severities.put(known(id), severity)));
        return severities;
    }
}
