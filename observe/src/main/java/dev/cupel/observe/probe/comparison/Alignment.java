package dev.cupel.observe.probe.comparison;

import java.util.ArrayList;
import java.util.List;

/// The longest common subsequence of two token lists, and how many tokens lie in between.
///
/// @param inFirst positions of the common tokens in the first list, ascending
/// @param inSecond the same in the second
record Alignment(List<String> first, List<String> second, List<Integer> inFirst, List<Integer> inSecond) {
    // Cells of the table for the part between common beginning and end; beyond, that part counts as one gap.
    private static final long MOST_CELLS = 4_000_000;

    static Alignment of(List<String> first, List<String> second) {
        Alignment alignment = new Alignment(first, second, new ArrayList<>(), new ArrayList<>());
        int begin = 0;
        int shorter = Math.min(first.size(), second.size());
        while (begin < shorter && first.get(begin).equals(second.get(begin))) {
            alignment.pair(begin, begin);
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && first.get(first.size() - 1 - end).equals(second.get(second.size() - 1 - end))) {
            end++;
        }
        alignment.middle(begin, first.size() - end, second.size() - end);
        for (int i = end; i > 0; i--) {
            alignment.pair(first.size() - i, second.size() - i);
        }
        return alignment;
    }

    List<String> common() {
        return inFirst.stream().map(first::get).toList();
    }

    /// The gaps before each common token and after the last, given those that the first list had already.
    List<Integer> gaps(List<Integer> before) {
        List<Integer> gaps = new ArrayList<>();
        int a = 0;
        int b = 0;
        for (int i = 0; i <= inFirst.size(); i++) {
            boolean last = i == inFirst.size();
            int nextA = last ? first.size() : inFirst.get(i);
            int nextB = last ? second.size() : inSecond.get(i);
            int had = before.subList(a, nextA + 1).stream().mapToInt(Integer::intValue).sum();
            gaps.add(Math.max(had + nextA - a, nextB - b));
            a = nextA + 1;
            b = nextB + 1;
        }
        return gaps;
    }

    private void middle(int begin, int endFirst, int endSecond) {
        int rows = endFirst - begin;
        int columns = endSecond - begin;
        if (rows == 0 || columns == 0 || (long) rows * columns > MOST_CELLS) {
            return;
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = first.get(begin + i).equals(second.get(begin + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (first.get(begin + i).equals(second.get(begin + j))) {
                pair(begin + i++, begin + j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void pair(int a, int b) {
        inFirst.add(a);
        inSecond.add(b);
    }
}
