package dev.cupel.slim.analysis.system.glob;

import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Writes out `{a,b}`, nested ones too. A brace without a comma or its partner stands for itself.
final class Braces {
    private Braces() {}

    static List<String> expand(String text, int most) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(text));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            List<String> parts = outermost(next);
            if (parts.isEmpty()) {
                done.add(next);
            } else {
                open.addAll(0, parts);
            }
            if (done.size() + open.size() > most) {
                throw new IllegalArgumentException(Quoted.of(text) + " stands for more than " + most + " patterns");
            }
        }
        return done;
    }

    /// The texts that the first complete brace stands for, with what is around it; none if there is no such brace.
    private static List<String> outermost(String text) {
        for (int start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
            List<Integer> marks = new ArrayList<>(List.of(start));
            int depth = 0;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (c == ',' && depth == 1) {
                    marks.add(i);
                } else if (depth == 0) {
                    marks.add(i);
                    break;
                }
            }
            if (depth == 0 && marks.size() > 2) {
                return around(text, marks);
            }
        }
        return List.of();
    }

    private static List<String> around(String text, List<Integer> marks) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i + 1 < marks.size(); i++) {
            texts.add(text.substring(0, marks.getFirst())
                    + text.substring(marks.get(i) + 1, marks.get(i + 1))
                    + text.substring(marks.getLast() + 1));
        }
        return texts;
    }
}
