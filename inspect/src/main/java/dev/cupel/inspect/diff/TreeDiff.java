package dev.cupel.inspect.diff;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inspect.diff.DiffReport.FileRow;
import dev.cupel.inspect.diff.DiffReport.Kind;
import java.io.IOException;
import java.util.ArrayList;
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
    private final List<FileRow> rows = new ArrayList<>();

    TreeDiff(RootFs before, RootFs after) {
        this.before = before;
        this.after = after;
        this.made = new Made(before, after);
        this.members = new Members(before, after);
    }

    /// The rows in path order.
    List<FileRow> rows() throws IOException {
        descend(ImagePath.ROOT);
        return rows;
    }

    private void descend(ImagePath directory) throws IOException {
        TreeMap<String, Pair> children = new TreeMap<>();
        before.children(directory).forEach(node -> children.computeIfAbsent(node.path().name(), _ -> new Pair()).one = node);
        after.children(directory).forEach(node -> children.computeIfAbsent(node.path().name(), _ -> new Pair()).other = node);
        for (Pair pair : children.values()) {
            Node one = pair.one;
            Node other = pair.other;
            if (one != null && other != null) {
                compare(one, other);
            } else if (one != null) {
                rows.add(whole(one, before, Kind.REMOVED));
            } else if (other != null) {
                rows.add(whole(other, after, Kind.ADDED));
            }
        }
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
                    what.contains("content") ? members.rows(one, other) : List.of()));
        }
        descend(one.path());
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
        return new FileRow(top.path().text(), kind, List.of(what), List.of(), removed ? bytes : 0, removed ? 0 : bytes, files, false, List.of());
    }

    private static long size(Entry entry) {
        return entry.isFile() ? entry.sizeBytes() : 0;
    }

    private static final class Pair {
        private @Nullable Node one;
        private @Nullable Node other;
    }
}
