package dev.cupel.inspect.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.List;

/// How two texts differ, line by line.
public record LineDiff(List<String> before, List<String> after) {
    private static final int CONTEXT = 3;
    private static final int LARGEST = 4000;

    public LineDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// In unified form, as patch(1) reads it; empty if they are the same. Where more lines than a search can afford lie between the
    /// first and the last that differ, all of these are told as changed: time and memory of the search grow with their square.
    public List<String> unified(String nameBefore, String nameAfter) {
        int head = common(before, after);
        int tail = common(before.subList(head, before.size()).reversed(), after.subList(head, after.size()).reversed());
        List<String> one = before.subList(head, before.size() - tail);
        List<String> other = after.subList(head, after.size() - tail);
        return UnifiedDiffUtils.generateUnifiedDiff(
                nameBefore, nameAfter, before, one.size() + other.size() > LARGEST ? whole(head, one, other) : DiffUtils.diff(before, after), CONTEXT);
    }

    private static Patch<String> whole(int at, List<String> one, List<String> other) {
        Patch<String> patch = new Patch<>();
        patch.addDelta(new ChangeDelta<>(new Chunk<>(at, one), new Chunk<>(at, other)));
        return patch;
    }

    private static int common(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }
}
