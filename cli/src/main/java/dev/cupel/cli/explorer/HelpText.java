package dev.cupel.cli.explorer;

import java.util.List;

/// What the keys do.
final class HelpText {
    static final List<String> LINES = List.of(
            "Tab          layers or files",
            "↑ ↓  k j     one line;  PgUp PgDn  b f  a page;  g G  to the ends",
            "→ Enter      open a directory, look into a file",
            "←            close it, or go to the directory above",
            "space        open or close a directory",
            "o            close all directories, or open all",
            "",
            "/            show only paths that match a regular expression; Escape ends it",
            "1 2 3 4      show or hide what is added, changed, removed, unchanged",
            "a            marks of this layer alone, or of all layers above the lowest",
            "s            by name or by size",
            "",
            "i            the whole instruction of the layer",
            "d            how a file differs from what lower layers have",
            "e            extract the file into the directory that cupel was started in",
            "",
            "q Ctrl-C     end;  in a text: back",
            "",
            "+ added   ~ changed   - removed");

    private HelpText() {}
}
