package dev.cupel.inventory.perl;

import java.util.List;

/// `.packlist`: the paths that were installed, one a line, some with attributes behind (`/usr/x type=link from=../y`).
public record PackList(List<String> paths) {
    private static final int MOST = 500_000;

    public PackList {
        paths = List.copyOf(paths);
    }

    /// Reads any text; lines that are no absolute path are passed over.
    public static PackList read(String text) {
        return new PackList(text.lines()
                .map(line -> line.replaceFirst(" (?:type|from|mode|size)=.*", "").strip())
                .filter(path -> path.startsWith("/") && path.indexOf('\0') < 0)
                .distinct()
                .limit(MOST)
                .toList());
    }
}
