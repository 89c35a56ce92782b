package dev.cupel.lint.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// All rules, in the order of the file they stand in.
public record RuleBook(List<Rule> rules) {
    public RuleBook {
        rules = List.copyOf(rules);
    }

    /// The rules that come with Cupel.
    public static RuleBook stock() {
        try (InputStream file = RuleBook.class.getResourceAsStream("rules.yaml")) {
            if (file == null) {
                throw new IllegalStateException("rules.yaml is not where it was built into");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<?> entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(text);
            return new RuleBook(entries.stream().map(entry -> rule((Map<?, ?>) entry)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rule with this id, else the first one that knows `name` as another linter's.
    public Optional<Rule> find(String name) {
        return rules.stream()
                .filter(rule -> rule.id().equalsIgnoreCase(name))
                .findFirst()
                .or(() -> rules.stream().filter(rule -> rule.isCalled(name)).findFirst());
    }

    /// The rule with this id, which must be there.
    public Rule get(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule is called " + id));
    }

    private static Rule rule(Map<?, ?> entry) {
        return new Rule(
                text(entry, "id"),
                texts(entry, "also"),
                Severity.valueOf(text(entry, "severity").toUpperCase(Locale.ROOT)),
                Profile.valueOf(text(entry, "level").toUpperCase(Locale.ROOT)),
                entry.get("on") == null ? Target.FILE : Target.valueOf(text(entry, "on").toUpperCase(Locale.ROOT)),
                !Boolean.FALSE.equals(entry.get("stock")),
                text(entry, "title"),
                text(entry, "why"),
                text(entry, "fix"),
                texts(entry, "links"));
    }

    private static String text(Map<?, ?> entry, String key) {
        if (entry.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("rules.yaml: %s of %s is no text".formatted(key, entry.get("id")));
    }

    private static List<String> texts(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
