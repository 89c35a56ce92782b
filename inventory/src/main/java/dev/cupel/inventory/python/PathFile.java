package dev.cupel.inventory.python;

import java.util.ArrayList;
import java.util.List;

/// A `.pth` file of a `site-packages`: each line is a folder to search, or Python text that begins with `import`.
public record PathFile(List<String> folders, List<String> statements) {
    private static final int MOST_LINES = 10_000;

    public PathFile {
        folders = List.copyOf(folders);
        statements = List.copyOf(statements);
    }

    public static PathFile read(String text) {
        List<String> folders = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (String line : text.lines().limit(MOST_LINES).map(String::stripTrailing).toList()) {
            if (line.startsWith("import ") || line.startsWith("import\t")) {
                statements.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                folders.add(line);
            }
        }
        return new PathFile(folders, statements);
    }
}
