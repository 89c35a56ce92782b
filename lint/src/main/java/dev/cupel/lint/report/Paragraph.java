package dev.cupel.lint.report;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text at blanks.
record Paragraph(int width) {

    List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// The first line behind `head`, the others below its end.
    List<String> hanging(String head, String text) {
        List<String> lines = new Paragraph(width - head.length()).lines(text);
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            out.add((out.isEmpty() ? head : " ".repeat(head.length())) + line);
        }
        return out;
    }
}
