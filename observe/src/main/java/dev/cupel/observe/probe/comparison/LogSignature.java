package dev.cupel.observe.probe.comparison;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The kinds of lines that runs of one image log, numbers and moments left out.
///
/// @param kinds normalised lines
record LogSignature(Set<String> kinds) {
    private static final int MOST_NEW = 50;
    private static final int LONGEST = 2_000;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern TROUBLE = Pattern.compile("(?i)error|exception|traceback|fatal|panic|critical|emerg|abort|no such file|not found|"
            + "cannot|can't|could not|couldn't|unable|fail|missing|denied|segmentation|core dumped|undefined symbol|unknown|invalid|warn");

    static LogSignature of(List<String> logs) {
        Set<String> kinds = new HashSet<>();
        logs.forEach(log -> log.lines().forEach(line -> kinds.add(kind(line))));
        return new LogSignature(Set.copyOf(kinds));
    }

    /// Lines that tell of trouble and are of no known kind, as they stand in the log; one for each kind.
    List<String> newTrouble(String log) {
        Map<String, String> found = new LinkedHashMap<>();
        log.lines()
                .filter(line -> TROUBLE.matcher(line).find())
                .filter(line -> !kinds.contains(kind(line)))
                .forEach(line -> found.putIfAbsent(kind(line), line));
        return found.values().stream().limit(MOST_NEW).toList();
    }

    private static String kind(String line) {
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        return NUMBER.matcher(Normaliser.normal(cut)).replaceAll("#").strip();
    }
}
