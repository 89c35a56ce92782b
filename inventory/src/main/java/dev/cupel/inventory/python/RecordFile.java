package dev.cupel.inventory.python;

import java.util.List;

/// The list of a distribution's files (`RECORD`): comma separated values of which the first is a path, absolute or relative to
/// the folder that the `dist-info` lies in.
public final class RecordFile {
    private static final int MOST_LINES = 500_000;

    private RecordFile() {}

    public static List<String> paths(String text) {
        return text.lines().limit(MOST_LINES).map(RecordFile::first).filter(path -> !path.isEmpty()).toList();
    }

    private static String first(String line) {
        if (!line.startsWith("\"")) {
            int comma = line.indexOf(',');
            return comma < 0 ? line.strip() : line.substring(0, comma);
        }
        StringBuilder path = new StringBuilder();
        for (int at = 1; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && !(at + 1 < line.length() && line.charAt(++at) == '"')) {
                break;
            }
            path.append(c);
        }
        return path.toString();
    }
}
