package dev.cupel.inventory.java;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The main attributes of a `META-INF/MANIFEST.MF`, by lower-case name.
public record JarManifest(Map<String, String> attributes) {
    private static final int MOST_BYTES = 1 << 20;

    public JarManifest {
        attributes = Map.copyOf(attributes);
    }

    /// Reads up to the first empty line; a line that begins with a blank continues the one before.
    public static JarManifest read(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), StandardCharsets.UTF_8);
        String main = text.replaceAll("\r\n?", "\n").replaceFirst("(?s)\n\n.*", "").replace("\n ", "");
        Map<String, String> attributes = new TreeMap<>();
        main.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                attributes.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        });
        return new JarManifest(attributes);
    }

    /// Archives and folders that belong to the class path too, relative to the archive's own folder.
    public List<String> classPath() {
        return Stream.of(attributes.getOrDefault("class-path", "").split("\\s+"))
                .filter(entry -> !entry.isEmpty() && entry.indexOf('\0') < 0)
                .map(entry -> entry.replaceFirst("^file:(?://)?(?=/)", "").replace("%20", " "))
                .toList();
    }
}
