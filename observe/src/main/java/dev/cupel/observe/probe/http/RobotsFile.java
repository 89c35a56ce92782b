package dev.cupel.observe.probe.http;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// What a robots.txt gives away (RFC 9309): paths, allowed or not, and site maps. It is read for its paths, not obeyed: the
/// server is the user's own copy.
///
/// @param paths without wildcards, as far as they are concrete
/// @param siteMaps addresses as written
record RobotsFile(Set<String> paths, Set<String> siteMaps) {
    private static final int MOST_LINES = 2_000;

    static RobotsFile read(String text) {
        Set<String> paths = new LinkedHashSet<>();
        Set<String> siteMaps = new LinkedHashSet<>();
        text.lines().limit(MOST_LINES).forEach(line -> {
            String rule = line.replaceFirst("#.*", "").strip();
            int colon = rule.indexOf(':');
            String value = colon < 0 ? "" : rule.substring(colon + 1).strip();
            switch (colon < 0 ? "" : rule.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "allow", "disallow" -> concrete(paths, value);
                case "sitemap" -> siteMaps.add(value);
                default -> { }
            }
        });
        return new RobotsFile(paths, siteMaps);
    }

    private static void concrete(Set<String> paths, String value) {
        String path = value.replaceFirst("[*$].*", "");
        if (path.startsWith("/") && path.length() <= 200) {
            paths.add(Target.encode(path));
        }
    }
}
