package dev.cupel.lint.ignore;

import dev.cupel.image.Quoted;
import dev.cupel.lint.check.LabelKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keys and values of a configuration, each read as what it must be; anything else stops the command.
///
/// @param where the key that they stand under; empty at the top
record ConfigMap(YamlFile file, String where, Map<String, Object> entries) {
    ConfigMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    void requireOnly(Collection<String> known) {
        entries.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw file.wrong("the key " + Quoted.of(key) + (where.isEmpty() ? "" : " of " + where) + " is not known");
        });
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key)).map(value -> file.text(key, value));
    }

    boolean flag(String key) {
        Object value = entries.getOrDefault(key, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw file.wrong(key + " is true or false, nothing else");
    }

    List<Object> list(String key) {
        if (entries.getOrDefault(key, List.of()) instanceof List<?> list) {
            return Collections.unmodifiableList(list);
        }
        throw file.wrong(key + " is no list");
    }

    List<String> texts(String key) {
        return list(key).stream().map(value -> file.text("an entry of " + key, value == null ? List.of() : value)).toList();
    }

    ConfigMap map(String key) {
        return file.map(key, entries.getOrDefault(key, Map.of()));
    }

    <E extends Enum<E>> Optional<E> oneOf(E[] all, String key) {
        return text(key).map(word -> Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> file.wrong("%s is one of %s, not %s".formatted(
                        where.isEmpty() ? Quoted.of(key) : where + " of " + Quoted.of(key), List.of(all), Quoted.of(word)))));
    }

    /// A label schema: key of the label, kind of its value.
    Map<String, LabelKind> labels(String key) {
        Map<String, LabelKind> labels = new TreeMap<>();
        ConfigMap schema = map(key);
        schema.entries.keySet().forEach(label -> schema.oneOf(LabelKind.values(), label).ifPresent(kind -> labels.put(label, kind)));
        return labels;
    }
}
