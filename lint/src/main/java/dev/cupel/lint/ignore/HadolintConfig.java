package dev.cupel.lint.ignore;

import dev.cupel.image.Quoted;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Severity;
import dev.cupel.lint.rule.Threshold;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads what `.hadolint.yaml` has in common with Cupel; formats and rules that only hadolint has are passed over, what neither
/// understands stops the command.
final class HadolintConfig {
    private static final Pattern RULE = Pattern.compile("(?:DL|SC)\\d{4}");

    private final YamlFile file;
    private final RuleBook book;

    HadolintConfig(String name, RuleBook book) {
        this.file = new YamlFile(name);
        this.book = book;
    }

    LintConfig read(String text) {
        ConfigMap map = file.map(text);
        List<ConfiguredIgnore> ignores = map.texts("ignored").stream()
                .map(id -> new ConfiguredIgnore(known(id), "listed in " + file.name(), Optional.empty()))
                .toList();
        Map<String, Severity> severities = new TreeMap<>();
        ConfigMap override = map.map("override");
        for (String word : override.entries().keySet()) {
            Severity severity = Severity.valueOf(threshold(word).filter(one -> one != Threshold.NEVER).orElseThrow(() -> notKnown("override", word)).name());
            override.texts(word).forEach(id -> severities.put(known(id), severity));
        }
        Optional<String> failure = map.text("failure-threshold");
        Surroundings surroundings =
                new Surroundings(map.texts("trustedRegistries"), map.labels("label-schema"), map.flag("strict-labels"), Optional.empty(), false);
        return new LintConfig(
                Optional.empty(),
                failure.map(word -> threshold(word).orElseThrow(() -> notKnown("failure-threshold", word))),
                ignores,
                severities,
                surroundings,
                !map.flag("disable-ignore-pragma"));
    }

    private String known(String id) {
        if (book.find(id).isEmpty() && !RULE.matcher(id).matches()) {
            throw file.wrong("no rule is called " + Quoted.of(id));
        }
        return id;
    }

    private RuntimeException notKnown(String key, String word) {
        return file.wrong("%s knows no %s".formatted(key, Quoted.of(word)));
    }

    private static Optional<Threshold> threshold(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error" -> Optional.of(Threshold.ERROR);
            case "warning" -> Optional.of(Threshold.WARNING);
            case "info", "style" -> Optional.of(Threshold.INFO);
            case "ignore", "none" -> Optional.of(Threshold.NEVER);
            default -> Optional.empty();
        };
    }
}
