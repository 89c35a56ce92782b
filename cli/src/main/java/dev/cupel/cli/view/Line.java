package dev.cupel.cli.view;

import dev.cupel.image.Printable;

/// Outside text in one line of a table: cut at a width, runs of blanks made one.
final class Line {
    private Line() {}

    static String of(String text, int width) {
        String line = Printable.of(text).replaceAll(" {2,}", " ");
        if (line.length() <= width) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(width - 2)) ? width - 2 : width - 1;
        return line.substring(0, end) + "…";
    }
}
