package dev.cupel.inspect.diff;

import dev.cupel.image.manifest.HealthCheck;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.inspect.diff.DiffReport.SettingRow;
import dev.cupel.inventory.facts.Account;
import dev.cupel.inventory.secret.SecretMask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares how two images are run: as they say it, and shown without secrets.
record Settings(ImageConfig a, ImageConfig b) {
    /// What a setting is, and what people get to see of it.
    private record Value(List<String> words, String shown) {
        static final Value NONE = new Value(List.of(), "");

        static Value of(List<String> words) {
            return new Value(words, words.stream().map(Value::quoted).collect(Collectors.joining(" ")));
        }

        static Value of(String text) {
            return text.isEmpty() ? NONE : new Value(List.of(text), SecretMask.of(text));
        }

        /// A value that is empty is not the same as none.
        static Value ofPair(String name, String value) {
            String masked = SecretMask.pair(name + "=" + value).substring(name.length() + 1);
            return new Value(List.of(value), value.isEmpty() ? "\"\"" : masked);
        }

        private static String quoted(String word) {
            String masked = SecretMask.of(word);
            boolean plain = !word.isEmpty() && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
            return plain ? masked : "\"" + masked.replace("\"", "\\\"") + "\"";
        }
    }

    List<SettingRow> rows() {
        List<SettingRow> rows = new ArrayList<>();
        Map<String, Value> before = fixed(a);
        Map<String, Value> after = fixed(b);
        before.forEach((name, value) -> compare(name, value, after.getOrDefault(name, Value.NONE), rows));
        compareEach("environment ", environment(a), environment(b), rows);
        compareEach("label ", labels(a), labels(b), rows);
        return rows;
    }

    /// The accounts that two images differ in, by their numbers, homes and shells.
    static List<SettingRow> accounts(List<Account> before, List<Account> after) {
        List<SettingRow> rows = new ArrayList<>();
        compareEach("", named(before), named(after), rows);
        return rows;
    }

    private static Map<String, Value> fixed(ImageConfig config) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("platform", Value.of(config.platform().toString()));
        values.put("user", Value.of(config.user()));
        values.put("entrypoint", Value.of(config.entrypoint()));
        values.put("command", Value.of(config.command()));
        values.put("working directory", Value.of(config.workingDirectory()));
        values.put("ports", Value.of(List.copyOf(config.exposedPorts())));
        values.put("volumes", Value.of(List.copyOf(config.volumes())));
        values.put("stop signal", Value.of(config.stopSignal()));
        values.put("health check", Value.of(config.healthCheck().map(Settings::words).orElse(List.of())));
        values.put("shell", Value.of(config.shell()));
        values.put("on build", Value.of(config.onBuild()));
        return values;
    }

    private static List<String> words(HealthCheck check) {
        List<String> words = new ArrayList<>(check.test());
        time("interval", check.interval()).ifPresent(words::add);
        time("timeout", check.timeout()).ifPresent(words::add);
        time("start-period", check.startPeriod()).ifPresent(words::add);
        if (check.retries() != 0) {
            words.add("--retries=" + check.retries());
        }
        return words;
    }

    private static Optional<String> time(String option, Duration time) {
        return time.isZero() ? Optional.empty() : Optional.of("--" + option + "=" + time.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT));
    }

    /// Of two lines with one name the last wins, as in a container.
    private static Map<String, Value> environment(ImageConfig config) {
        Map<String, Value> values = new TreeMap<>();
        for (String line : config.environment()) {
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals);
            values.put(name, Value.ofPair(name, equals < 0 ? "" : line.substring(equals + 1)));
        }
        return values;
    }

    private static Map<String, Value> labels(ImageConfig config) {
        Map<String, Value> values = new TreeMap<>();
        config.labels().forEach((name, value) -> values.put(name, Value.ofPair(name, value)));
        return values;
    }

    private static Map<String, Value> named(List<Account> accounts) {
        Map<String, Value> named = new LinkedHashMap<>();
        accounts.forEach(one -> named.putIfAbsent(one.name(), Value.of("%d:%d %s %s, password %s".formatted(one.uid(), one.gid(), one.home(), one.shell(), one.password().name().toLowerCase(Locale.ROOT)))));
        return named;
    }

    private static void compareEach(String prefix, Map<String, Value> before, Map<String, Value> after, List<SettingRow> rows) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> compare(prefix + name, before.getOrDefault(name, Value.NONE), after.getOrDefault(name, Value.NONE), rows));
    }

    private static void compare(String name, Value before, Value after, List<SettingRow> rows) {
        if (!before.words.equals(after.words)) {
            boolean masked = before.shown.equals(after.shown);
            rows.add(new SettingRow(name, before.shown, masked ? after.shown + " (another value)" : after.shown));
        }
    }
}
