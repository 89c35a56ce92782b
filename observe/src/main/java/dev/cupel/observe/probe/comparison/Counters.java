package dev.cupel.observe.probe.comparison;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Recognises statistics: texts that mostly consist of lines with a name and a number, such as Redis's `INFO`, memcached's
/// `stats` or Prometheus metrics. Which counters there are is behaviour; what they count is the moment's.
final class Counters {
    private static final int FEWEST = 8;
    private static final Pattern LINE =
            Pattern.compile("(?m)^((?:STAT )?[A-Za-z_][\\w.:/-]{0,120}(?:\\{[^}\\n]{0,400}\\})?[:= ] ?)[-+]?\\d[\\d.]{0,40}(?:e[-+]?\\d{1,3})?([KMGTB%]{0,2})\\r?$");

    private Counters() {}

    /// The text with its numbers left out if it is statistics, else as it is.
    static String masked(String text) {
        long counters = text.lines().filter(line -> LINE.matcher(line).matches()).count();
        long lines = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).count();
        return counters >= FEWEST && 2 * counters >= lines
                ? text.lines().map(line -> LINE.matcher(line).replaceAll("$1⟨number⟩$2")).collect(Collectors.joining("\n"))
                : text;
    }
}
