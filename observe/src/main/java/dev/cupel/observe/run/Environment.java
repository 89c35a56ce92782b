package dev.cupel.observe.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of a container, put together as Docker does: its own few, over them the image's, over those the user's.
final class Environment {
    static final String DEFAULT_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Map<String, String> lines = new LinkedHashMap<>();

    /// A line `NAME=value` sets, a `NAME` alone takes away.
    Environment with(List<String> more) {
        for (String line : more) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                lines.remove(line);
            } else {
                lines.put(line.substring(0, equals), line);
            }
        }
        return this;
    }

    /// As lines.
    static List<String> lines(Map<String, String> values) {
        return values.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
    }

    /// Sets it where nothing has.
    Environment orElse(String name, String value) {
        lines.putIfAbsent(name, name + "=" + value);
        return this;
    }

    List<String> all() {
        return new ArrayList<>(lines.values());
    }
}
