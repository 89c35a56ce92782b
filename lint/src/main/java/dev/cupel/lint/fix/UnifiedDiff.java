package dev.cupel.lint.fix;

import java.util.ArrayList;
import java.util.List;

/// The changes between two texts as `diff -u` shows them.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final int LARGEST_TABLE = 4_000_000;

    private enum Kind {
        SAME(' '),
        GONE('-'),
        NEW('+');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    private record Step(Kind kind, String line, int before, int after) {}

    private UnifiedDiff() {}

    /// The lines of the diff; none if nothing changed.
    public static List<String> of(String name, String before, String after) {
        List<Step> steps = steps(lines(before), lines(after));
        List<String> out = new ArrayList<>();
        int at = 0;
        while (at < steps.size()) {
            if (steps.get(at).kind == Kind.SAME) {
                at++;
                continue;
            }
            int start = Math.max(0, at - CONTEXT);
            int end = end(steps, at);
            if (out.isEmpty()) {
                out.add("--- " + name);
                out.add("+++ " + name);
            }
            hunk(steps.subList(start, end), out);
            at = end;
        }
        return out;
    }

    /// Behind the context of the last change that is near enough to share a hunk.
    private static int end(List<Step> steps, int first) {
        int last = first;
        for (int i = first; i < steps.size() && i <= last + 2 * CONTEXT; i++) {
            last = steps.get(i).kind == Kind.SAME ? last : i;
        }
        return Math.min(steps.size(), last + CONTEXT + 1);
    }

    private static void hunk(List<Step> steps, List<String> out) {
        long gone = steps.stream().filter(step -> step.kind != Kind.NEW).count();
        long fresh = steps.stream().filter(step -> step.kind != Kind.GONE).count();
        out.add("@@ -%d,%d +%d,%d @@".formatted(steps.getFirst().before + 1, gone, steps.getFirst().after + 1, fresh));
        steps.forEach(step -> out.add(step.kind.sign + step.line));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static List<Step> steps(List<String> a, List<String> b) {
        int head = 0;
        while (head < Math.min(a.size(), b.size()) && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.size(), b.size()) - head && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            steps.add(new Step(Kind.SAME, a.get(i), i, i));
        }
        steps.addAll(between(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head));
        for (int i = tail; i > 0; i--) {
            steps.add(new Step(Kind.SAME, a.get(a.size() - i), a.size() - i, b.size() - i));
        }
        return steps;
    }

    /// The shortest way from one to the other, by the longest common subsequence; where that would take too much room, all of one goes and all
    /// of the other comes.
    private static List<Step> between(List<String> a, List<String> b, int offset) {
        boolean small = (long) a.size() * b.size() <= LARGEST_TABLE;
        int[][] common = new int[small ? a.size() + 1 : 0][b.size() + 1];
        for (int i = a.size() - 1; small && i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (small && i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                steps.add(new Step(Kind.SAME, a.get(i), offset + i++, offset + j++));
            } else if (i < a.size() && (j == b.size() || !small || common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step(Kind.GONE, a.get(i), offset + i++, offset + j));
            } else {
                steps.add(new Step(Kind.NEW, b.get(j), offset + i, offset + j++));
            }
        }
        return steps;
    }
}
