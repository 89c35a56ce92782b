package dev.cupel.lint.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import dev.cupel.inventory.secret.SecretMask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The changes between two texts as `diff -u` shows them; only a line feed ends a line. Secrets are masked.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /// Lines times lines; beyond it finding the shortest way takes too long, so all of one goes and all of the other comes.
    private static final long LARGEST = 4_000_000;

    private static final String NO_NEWLINE = "\n\\ No newline at end of file";

    private UnifiedDiff() {}

    /// The lines of the diff; none if nothing changed.
    public static List<String> of(String name, String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> a = lines(before);
        List<String> b = lines(after);
        return UnifiedDiffUtils.generateUnifiedDiff(name, name, a, changes(a, b), CONTEXT).stream()
                .flatMap(line -> Stream.of(line.split("\n", -1)))
                .map(SecretMask::of)
                .toList();
    }

    private static Patch<String> changes(List<String> a, List<String> b) {
        if ((long) a.size() * b.size() <= LARGEST) {
            return DiffUtils.diff(a, b);
        }
        Patch<String> all = new Patch<>();
        all.addDelta(new ChangeDelta<>(new Chunk<>(0, a), new Chunk<>(0, b)));
        return all;
    }

    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        boolean ended = text.endsWith("\n");
        List<String> lines = new ArrayList<>(List.of((ended ? text.substring(0, text.length() - 1) : text).split("\n", -1)));
        if (!ended) {
            lines.addLast(lines.removeLast() + NO_NEWLINE);
        }
        return lines;
    }
}
