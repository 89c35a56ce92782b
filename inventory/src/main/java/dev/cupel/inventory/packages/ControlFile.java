package dev.cupel.inventory.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads control files, such as dpkg's `status`.
public final class ControlFile {
    private static final int MOST_STANZAS = 200_000;

    private ControlFile() {}

    /// The stanzas in order. Text without a single `Name: value` line is a [MalformedPackageDatabase].
    public static List<ControlStanza> read(String text) throws MalformedPackageDatabase {
        List<ControlStanza> stanzas = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                add(lines, stanzas);
            }
        }
        if (!lines.isEmpty()) {
            add(lines, stanzas);
        }
        return stanzas;
    }

    private static void add(List<String> lines, List<ControlStanza> stanzas) throws MalformedPackageDatabase {
        if (stanzas.size() >= MOST_STANZAS) {
            throw new MalformedPackageDatabase("more than %d packages".formatted(MOST_STANZAS));
        }
        stanzas.add(stanza(lines));
        lines.clear();
    }

    private static ControlStanza stanza(List<String> lines) throws MalformedPackageDatabase {
        Map<String, StringBuilder> fields = new HashMap<>();
        StringBuilder value = new StringBuilder();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                value.append('\n').append(line.strip());
            } else if (colon > 0) {
                value = new StringBuilder(line.substring(colon + 1).strip());
                fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT), value);
            }
        }
        if (fields.isEmpty()) {
            throw new MalformedPackageDatabase("a paragraph without any field");
        }
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, text) -> texts.put(name, text.toString()));
        return new ControlStanza(texts, lines);
    }
}
