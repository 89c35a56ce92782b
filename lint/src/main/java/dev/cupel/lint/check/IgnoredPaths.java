package dev.cupel.lint.check;

import java.util.List;
import java.util.regex.Pattern;

/// A .dockerignore file: the last line that matches a path decides; `!` takes it in again (Docker build context, ".dockerignore files").
public record IgnoredPaths(List<String> lines) {
    public IgnoredPaths {
        lines = lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    /// Whether a path of the context, with no slash in front, is left out.
    public boolean leavesOut(String path) {
        boolean out = false;
        for (String line : lines) {
            boolean back = line.startsWith("!");
            if (pattern(back ? line.substring(1) : line).matcher(path).matches()) {
                out = !back;
            }
        }
        return out;
    }

    /// Whether some line takes in again what another leaves out.
    public boolean hasExceptions() {
        return lines.stream().anyMatch(line -> line.startsWith("!"));
    }

    private static Pattern pattern(String line) {
        String clean = line.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < clean.length()) {
            char c = clean.charAt(at);
            if (clean.startsWith("**/", at)) {
                out.append("(?:.*/)?");
                at += 3;
            } else if (clean.startsWith("**", at)) {
                out.append(".*");
                at += 2;
            } else {
                out.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        return Pattern.compile(out + "(?:/.*)?"); // a directory leaves out what is in it
    }
}
