package dev.cupel.lint.check;

import java.util.List;

/// A .dockerignore file: the last line that matches a path decides; `!` takes it in again (Docker build context, ".dockerignore files").
public record IgnoredPaths(List<String> lines) {
    /// What is longer is no path that a file system has.
    private static final int LONGEST = 4096;

    public IgnoredPaths {
        lines = lines.stream().map(String::strip).filter(line -> !line.isEmpty() && line.length() <= LONGEST && !line.startsWith("#")).toList();
    }

    /// Whether a path of the context, with no slash in front, is left out.
    public boolean leavesOut(String path) {
        boolean out = false;
        if (path.length() > LONGEST) {
            return false;
        }
        for (String line : lines) {
            boolean back = line.startsWith("!");
            if (IgnorePattern.of(back ? line.substring(1) : line).matches(path)) {
                out = !back;
            }
        }
        return out;
    }

    /// Whether some line takes in again what another leaves out.
    public boolean hasExceptions() {
        return lines.stream().anyMatch(line -> line.startsWith("!"));
    }
}
