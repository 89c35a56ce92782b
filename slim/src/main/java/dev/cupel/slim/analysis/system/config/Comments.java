package dev.cupel.slim.analysis.system.config;

import java.util.stream.Collectors;

/// Takes comments out of settings: whole lines, as nearly every format has them. What stands behind a value stays: there it may be
/// no comment.
final class Comments {
    private Comments() {}

    static String strip(String text) {
        return text.lines().filter(line -> !isComment(line.strip())).collect(Collectors.joining("\n"));
    }

    private static boolean isComment(String line) {
        return (line.startsWith("#") && !line.startsWith("#!") && !line.startsWith("#include"))
                || line.startsWith(";")
                || line.startsWith("//")
                || line.startsWith("--");
    }
}
