package dev.cupel.inventory.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of `entry_points.txt`: under `group`, `name` stands for the module.
public record EntryPoint(String group, String name, String module) {
    private static final int MOST = 10_000;
    private static final Pattern GROUP = Pattern.compile("\\s*\\[([^\\]]+)\\]\\s*");
    private static final Pattern LINE = Pattern.compile("\\s*([^#=\\s\\[][^=]*?)\\s*=\\s*([A-Za-z_][\\w.]*).*");

    /// Reads the file; lines that make no sense are passed over, as `importlib.metadata` does.
    public static List<EntryPoint> readAll(String text) {
        List<EntryPoint> found = new ArrayList<>();
        String group = "";
        for (String line : text.lines().limit(MOST).toList()) {
            Matcher head = GROUP.matcher(line);
            Matcher entry = LINE.matcher(line);
            if (head.matches()) {
                group = head.group(1).strip();
            } else if (entry.matches()) {
                found.add(new EntryPoint(group, entry.group(1), entry.group(2)));
            }
        }
        return found;
    }
}
