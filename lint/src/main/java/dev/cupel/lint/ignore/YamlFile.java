package dev.cupel.lint.ignore;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A configuration in YAML 1.2: a map at the top, small, without alias tricks. Whatever is wrong with it is a [CupelException] of one line,
/// for a policy that is not understood must not be off in silence.
record YamlFile(String name) {
    private static final int CHARACTERS = 1 << 20;

    ConfigMap map(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(10)
                    .setCodePointLimit(CHARACTERS)
                    .build();
            Object root = new Load(settings).loadFromString(text);
            return root == null ? new ConfigMap(this, "", Map.of()) : map("", root);
        } catch (YamlEngineException e) {
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new CupelException(Fault.USAGE, "Cannot use " + name + ": it is not YAML: " + Quoted.of(line) + ".", "Correct it there.", e);
        } catch (StackOverflowError e) {
            throw wrong("its values are nested too deep"); // the library has no limit of its own on that
        }
    }

    /// `where` names the value in messages; empty for the whole file.
    ConfigMap map(String where, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong((where.isEmpty() ? "it" : where) + " is no map of keys and values");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, one) -> {
            if (one == null) {
                throw wrong(text("a key", key) + " has no value");
            }
            entries.put(text("a key", key), one);
        });
        return new ConfigMap(this, where, entries);
    }

    /// A scalar as text.
    String text(String where, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw wrong(where + " is no text");
    }

    CupelException wrong(String what) {
        return new CupelException(Fault.USAGE, "Cannot use " + name + ": " + what + ".", "docs/lint.md shows what the file may say.");
    }
}
