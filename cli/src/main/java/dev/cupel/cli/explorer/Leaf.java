package dev.cupel.cli.explorer;

import dev.cupel.image.layer.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One name in the tree of a layer. It grows while the tree is made and stands still afterwards.
final class Leaf {
    /// What the chosen layers did to it.
    enum Mark {
        UNCHANGED(' '),
        ADDED('+'),
        CHANGED('~'),
        REMOVED('-');

        private final char sign;

        Mark(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    private final String name;
    private final String path;
    private final TreeMap<String, Leaf> children = new TreeMap<>();
    private Mark mark = Mark.UNCHANGED;
    private long bytes;
    private int layer = -1;
    private @Nullable Entry entry;

    Leaf(String name, String path) {
        this.name = name;
        this.path = path;
    }

    Leaf child(String childName) {
        return children.computeIfAbsent(childName, key -> new Leaf(key, path.equals("/") ? "/" + key : path + "/" + key));
    }

    void hold(Entry newEntry, int newLayer, Mark newMark) {
        entry = newEntry;
        layer = newLayer;
        mark = newMark;
    }

    /// Takes out what is marked as removed: what a layer below took away is not there for the next.
    void sweep() {
        children.values().removeIf(child -> child.mark == Mark.REMOVED);
        children.values().forEach(Leaf::sweep);
    }

    /// Adds the sizes up; what is removed counts nothing above itself.
    long settle() {
        boolean file = entry != null && entry.isFile();
        long sum = file && entry != null ? entry.sizeBytes() : 0;
        boolean touched = false;
        for (Leaf child : children.values()) {
            long below = child.settle();
            sum += child.mark == Mark.REMOVED ? 0 : below;
            touched |= child.mark != Mark.UNCHANGED;
        }
        // A directory in which something changed is on the way to it.
        if (mark == Mark.UNCHANGED && touched) {
            mark = Mark.CHANGED;
        }
        bytes = sum;
        return sum;
    }

    String name() {
        return name;
    }

    String path() {
        return path;
    }

    Mark mark() {
        return mark;
    }

    long bytes() {
        return bytes;
    }

    /// The layer that its entry is from.
    int layer() {
        return layer;
    }

    Optional<Entry> entry() {
        return Optional.ofNullable(entry);
    }

    boolean isDirectory() {
        return !children.isEmpty() || entry == null || entry.isDirectory();
    }

    Optional<Leaf> find(List<String> names) {
        Leaf at = this;
        for (String one : names) {
            Leaf next = at.children.get(one);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    List<Leaf> children(boolean bySize) {
        return bySize
                ? children.values().stream().sorted(Comparator.comparingLong(Leaf::bytes).reversed()).toList()
                : List.copyOf(children.values());
    }
}
