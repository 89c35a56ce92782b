package dev.cupel.slim.analysis.system.shell;

import java.util.Set;

/// Names of files that hold source text of the languages that applications are delivered in as source.
final class Sources {
    private static final Set<String> ENDINGS = Set.of("py", "js", "mjs", "cjs", "ts", "php", "rb", "ru", "pl", "pm", "cgi", "lua", "rake", "tcl");

    private Sources() {}

    static boolean isSource(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
