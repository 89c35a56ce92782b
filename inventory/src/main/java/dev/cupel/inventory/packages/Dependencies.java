package dev.cupel.inventory.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns what packages ask for into names of installed packages, by name or by what they provide.
record Dependencies(Map<String, Set<String>> providers) {
    private static final Pattern SEPARATORS = Pattern.compile("[,|\\n]");
    private static final Pattern VERSION = Pattern.compile("\\(.*?\\)|\\[.*?]|<.*?>");
    private static final Pattern APK_VERSION = Pattern.compile("[<>=~].*");

    static Dependencies among(List<PackageRecord> installed) {
        Map<String, Set<String>> providers = new HashMap<>();
        for (PackageRecord one : installed) {
            providers.computeIfAbsent(one.name(), _ -> new LinkedHashSet<>()).add(one.name());
            for (String provided : one.provides()) {
                providers.computeIfAbsent(provided, _ -> new LinkedHashSet<>()).add(one.name());
            }
        }
        return new Dependencies(providers);
    }

    List<String> of(PackageRecord one) {
        Set<String> names = new LinkedHashSet<>();
        one.depends().forEach(wanted -> names.addAll(providers.getOrDefault(wanted, Set.of())));
        names.remove(one.name());
        return List.copyOf(names);
    }

    /// The bare names in a Debian relationship field (Debian Policy 7.1), alternatives one after the other.
    static List<String> debianNames(String field) {
        List<String> names = new ArrayList<>();
        for (String part : SEPARATORS.split(VERSION.matcher(field).replaceAll(""))) {
            String name = part.strip();
            int qualifier = name.indexOf(':');
            if (!name.isEmpty()) {
                names.add(qualifier > 0 ? name.substring(0, qualifier) : name);
            }
        }
        return names;
    }

    /// The names in a `D:` or `p:` line of apk; conflicts (`!name`) are none.
    static List<String> apkNames(String line) {
        List<String> names = new ArrayList<>();
        for (String part : line.split(" ")) {
            String name = APK_VERSION.matcher(part).replaceFirst("");
            if (!name.isEmpty() && !name.startsWith("!")) {
                names.add(name);
            }
        }
        return names;
    }
}
