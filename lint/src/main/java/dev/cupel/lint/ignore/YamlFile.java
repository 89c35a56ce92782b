package dev.cupel.lint.ignore;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A configuration in YAML 1.2: a map at the top, small, without alias tricks.
record YamlFile(String name) {
    private static final int CHARACTERS = 1 << 20;

    Map<String, Object> map(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(10)
                    .setCodePointLimit(CHARACTERS)
                    .build();
            Object root = new Load(settings).loadFromString(text);
            if (root != null && !(root instanceof Map<?, ?>)) {
                throw new CupelException(Fault.INPUT, "Cannot use " + name + ": it is no map of keys and values.", "");
            }
            return entries(root);
        } catch (YamlEngineException e) {
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CupelException(Fault.INPUT, "Cannot use " + name + ": it is not YAML: " + Quoted.of(line) + ".", "Correct it there.", e);
        }
    }

    /// The entries of a map, keys as texts; none of anything else.
    static Map<String, Object> entries(@Nullable Object value) {
        Map<String, Object> entries = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                if (one != null) {
                    entries.put(String.valueOf(key), one);
                }
            });
        }
        return entries;
    }

    static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
