package dev.cupel.cli.explorer;

import dev.cupel.image.layer.Entry;
import dev.cupel.inspect.layers.Change;
import dev.cupel.inspect.layers.LayerStory;
import java.util.List;

/// What is there after a layer, with marks of what this layer did, or of what it and all others above the lowest did.
final class LayerTree {
    private LayerTree() {}

    static Leaf of(LayerStory story, int layer, boolean aggregated) {
        Leaf root = new Leaf("/", "/");
        int marked = aggregated ? Math.min(1, layer) : layer;
        for (int i = 0; i <= layer; i++) {
            apply(story.changes().get(i), i, i >= marked, root);
            if (i < marked) {
                root.sweep();
            }
        }
        root.settle();
        return root;
    }

    private static void apply(List<Change> changes, int layer, boolean marked, Leaf root) {
        for (Change change : changes) {
            if (change.path().isRoot()) {
                continue;
            }
            Leaf at = root;
            for (String name : change.path().components()) {
                at = at.child(name);
            }
            boolean removed = change.kind() == Change.Kind.REMOVED;
            Entry entry = removed ? at.entry().orElse(change.entry()) : change.entry();
            at.hold(entry, removed && at.layer() >= 0 ? at.layer() : layer, marked || removed ? mark(change.kind(), at) : Leaf.Mark.UNCHANGED);
        }
    }

    /// Aggregated: what came above the lowest layer and changed there is still new.
    private static Leaf.Mark mark(Change.Kind kind, Leaf before) {
        return switch (kind) {
            case ADDED -> before.mark() == Leaf.Mark.REMOVED ? Leaf.Mark.CHANGED : Leaf.Mark.ADDED;
            case CHANGED -> before.mark() == Leaf.Mark.ADDED ? Leaf.Mark.ADDED : Leaf.Mark.CHANGED;
            case REMOVED -> Leaf.Mark.REMOVED;
        };
    }
}
