package dev.cupel.cli.explorer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which part of a tree is shown: what is open, what is filtered out, in which order.
final class Shown {
    private final Set<String> open = new HashSet<>();
    private final EnumSet<Leaf.Mark> marks = EnumSet.allOf(Leaf.Mark.class);
    private Optional<Pattern> search = Optional.empty();
    private boolean bySize;

    List<Row> rows(Leaf root) {
        List<Row> rows = new ArrayList<>();
        collect(root, 0, rows);
        return rows;
    }

    private void collect(Leaf directory, int depth, List<Row> rows) {
        for (Leaf leaf : directory.children(bySize)) {
            if (!passes(leaf)) {
                continue;
            }
            // What is searched for must be seen without opening every directory on the way.
            boolean opened = leaf.isDirectory() && (open.contains(leaf.path()) || search.isPresent());
            rows.add(new Row(leaf, depth, opened));
            if (opened) {
                collect(leaf, depth + 1, rows);
            }
        }
    }

    /// A directory passes with anything in it that does.
    private boolean passes(Leaf leaf) {
        boolean itself = marks.contains(leaf.mark()) && search.map(pattern -> pattern.matcher(leaf.path()).find()).orElse(true);
        boolean ownMark = !leaf.isDirectory() || leaf.children(false).isEmpty() || leaf.mark() != Leaf.Mark.CHANGED;
        return (itself && ownMark) || leaf.children(false).stream().anyMatch(this::passes);
    }

    void toggle(Leaf.Mark mark) {
        if (!marks.remove(mark)) {
            marks.add(mark);
        }
    }

    boolean shows(Leaf.Mark mark) {
        return marks.contains(mark);
    }

    void turn(Leaf leaf) {
        if (!open.remove(leaf.path())) {
            open.add(leaf.path());
        }
    }

    boolean isOpen(Leaf leaf) {
        return open.contains(leaf.path());
    }

    void openAll(Leaf directory) {
        open.add(directory.path());
        directory.children(false).stream().filter(Leaf::isDirectory).forEach(this::openAll);
    }

    void closeAll() {
        open.clear();
    }

    boolean nothingOpen() {
        return open.isEmpty();
    }

    void turnOrder() {
        bySize = !bySize;
    }

    boolean bySize() {
        return bySize;
    }

    void search(Optional<Pattern> pattern) {
        search = pattern;
    }

    Optional<Pattern> search() {
        return search;
    }
}
