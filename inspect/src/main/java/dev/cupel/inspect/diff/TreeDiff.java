package dev.cupel.inspect.diff;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.diff.DiffReport.FileRow;
import dev.cupel.inspect.diff.DiffReport.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what two containers see, path by path; times are not compared.
final class TreeDiff {
    private final RootFs before;
    private final RootFs after;
    private final Made made;
    private final Members members;
    private final Programs programs;
    private final List<FileRow> rows = new ArrayList<>();

    TreeDiff(RootFs before, RootFs after) {
        this.before = before;
        this.after = after;
        this.made = new Made(before, after);
        this.members = new Members(before, after);
        this.programs = new Programs(before, after);
    }

    /// The rows in path order. A hostile tree is deeper than a thread's stack, so this one does not recurse.
    List<FileRow> rows() throws IOException {
        Deque<Iterator<Pair>> open = new ArrayDeque<>();
        open.push(pairsIn(ImagePath.ROOT));
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            Pair pair = open.peek().next();
            Node one = pair.one;
            Node other = pair.other;
            if (one != null && other != null) {
                compare(one, other);
                open.push(pairsIn(one.path()));
            } else if (one != null) {
                rows.add(whole(one, before, Kind.REMOVED));
            } else if (other != null) {
                rows.add(whole(other, after, Kind.ADDED));
            }
        }
        return rows;
    }

    private Iterator<Pair> pairsIn(ImagePath directory) {
        TreeMap<String, Pair> children = new TreeMap<>();
        before.children(directory).forEach(node -> children.computeIfAbsent(node.path().name(), _ -> new Pair()).one = node);
        after.children(directory).forEach(node -> children.computeIfAbsent(node.path().name(), _ -> new Pair()).other = node);
        return children.values().iterator();
    }

    private void compare(Node one, Node other) throws IOException {
        List<String> what = new ArrayList<>();
        List<String> details = new ArrayList<>();
        Entry a = before.contentOf(one).entry();
        Entry b = after.contentOf(other).entry();
        if (a.type() != b.type()) {
            what.add("type");
            details.add(a.type() + " → " + b.type());
        } else if (a.isFile() && (a.sizeBytes() != b.sizeBytes() || !before.digest(one).equals(after.digest(other)))) {
            what.add("content");
        }
        if (!a.isFile() && !b.isFile() && !(a.link() + a.device()).equals(b.link() + b.device())) {
            what.add("link");
            details.add(a.link() + " → " + b.link());
        }
        if (a.mode() != b.mode() && !a.isSymlink()) {
            what.add("mode");
            details.add("%04o → %04o".formatted(a.mode(), b.mode()));
        }
        if (a.uid() != b.uid() || a.gid() != b.gid()) {
            what.add("owner");
            details.add("%d:%d → %d:%d".formatted(a.uid(), a.gid(), b.uid(), b.gid()));
        }
        if (!a.xattrs().equals(b.xattrs())) {
            boolean capability = !Objects.equals(a.xattrs().get("security.capability"), b.xattrs().get("security.capability"));
            what.add(capability ? "capability" : "attributes");
        }
        if (!what.isEmpty()) {
            boolean contentOnly = what.equals(List.of("content"));
            rows.add(new FileRow(
                    one.path().text(), Kind.CHANGED, what, details, size(a), size(b), 1,
                    contentOnly && made.differsByTimesOnly(one, other),
                    what.contains("content") ? members.rows(one, other) : List.of(),
                    what.contains("content") ? programs.lines(one, other) : List.of()));
        }
    }

    private static FileRow whole(Node top, RootFs root, Kind kind) {
        long bytes = 0;
        int files = 0;
        for (Node node : root.walk(top.path()).toList()) {
            if (!node.entry().isDirectory()) {
                bytes += node.entry().isFile() ? node.entry().sizeBytes() : 0;
                files++;
            }
        }
        boolean removed = kind == Kind.REMOVED;
        String what = top.entry().isDirectory() ? "directory" : "file";
        return new FileRow(top.path().text(), kind, List.of(what), List.of(), removed ? bytes : 0, removed ? 0 : bytes, files, false, List.of(), List.of());
    }

    private static long size(Entry entry) {
        return entry.isFile() ? entry.sizeBytes() : 0;
    }

    private static final class Pair {
        private @Nullable Node one;
        private @Nullable Node other;
    }
}
