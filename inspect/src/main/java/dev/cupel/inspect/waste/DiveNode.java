package dev.cupel.inspect.waste;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerIndex;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A node of dive's tree. dive keeps deletions in it as names with the prefix `.wh.`, and what is below a node stays below it even
/// when a file takes a directory's place. Nothing recurses: a hostile path has thousands of levels.
final class DiveNode {
    private static final String WHITEOUT = ".wh.";

    private final String name;
    private final ImagePath path;
    private final TreeMap<String, DiveNode> children = new TreeMap<>();
    private long sizeBytes;
    private boolean directory;

    private DiveNode(String name, ImagePath path) {
        this.name = name;
        this.path = path;
    }

    static DiveNode root() {
        return new DiveNode("", ImagePath.ROOT);
    }

    /// The tree of one layer.
    static DiveNode of(LayerIndex layer) {
        DiveNode root = root();
        for (Entry entry : layer.entries()) {
            if (!entry.isImplied() && !entry.path().isRoot()) {
                root.make(entry.path().components()).become(entry.sizeBytes(), entry.isDirectory());
            }
        }
        for (ImagePath gone : layer.whiteouts()) {
            DiveNode parent = root.make(gone.parent().components());
            parent.children.putIfAbsent(WHITEOUT + gone.name(), new DiveNode(WHITEOUT + gone.name(), gone));
        }
        // dive ignores opaque directories; the directory itself it knows.
        layer.opaques().forEach(path -> root.make(path.components()));
        return root;
    }

    boolean isWhiteout() {
        return name.startsWith(WHITEOUT);
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    boolean isDirectory() {
        return directory;
    }

    ImagePath path() {
        return path;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /// The sizes here and below.
    long totalBytes() {
        long sum = 0;
        Deque<DiveNode> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            DiveNode node = open.pop();
            sum += node.sizeBytes;
            open.addAll(node.children.values());
        }
        return sum;
    }

    Collection<DiveNode> children() {
        return children.values();
    }

    Optional<DiveNode> find(List<String> names) {
        DiveNode at = this;
        for (String one : names) {
            DiveNode next = at.children.get(one);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /// Lays another layer's tree on this one.
    void stack(DiveNode upper) {
        Deque<Map.Entry<DiveNode, DiveNode>> open = new ArrayDeque<>(List.of(Map.entry(this, upper)));
        while (!open.isEmpty()) {
            Map.Entry<DiveNode, DiveNode> pair = open.pop();
            for (DiveNode child : pair.getValue().children.values()) {
                pair.getKey().stackChild(child).ifPresent(here -> open.push(Map.entry(here, child)));
            }
        }
    }

    /// Where the child's own children go; a deletion has none.
    private Optional<DiveNode> stackChild(DiveNode child) {
        if (child.isWhiteout()) {
            children.remove(child.path.name());
            return Optional.empty();
        }
        DiveNode here = children.computeIfAbsent(child.name, name -> new DiveNode(name, child.path));
        here.become(child.sizeBytes, child.directory);
        return Optional.of(here);
    }

    private void become(long newSize, boolean isDirectory) {
        sizeBytes = newSize;
        directory = isDirectory;
    }

    private DiveNode make(List<String> names) {
        DiveNode at = this;
        for (String one : names) {
            ImagePath below = at.path.child(one);
            at = at.children.computeIfAbsent(one, name -> new DiveNode(name, below));
        }
        return at;
    }
}
