package dev.cupel.inspect.xray;

import dev.cupel.inspect.layers.LayerStory;
import dev.cupel.inspect.layers.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The files of an image as a tree of sizes, for the page's map. What is too small or too deep to be seen there is told in
/// sum.
///
/// @param name of the file or directory
/// @param bytes of it and all below
/// @param layer that brought it; for directories -1
/// @param rest bytes below that are too small or too deep to be told apart
public record XrayTree(String name, long bytes, int layer, long rest, List<XrayTree> children) {
    private static final long PARTS = 20_000;
    /// No map can show more, and JSON may not nest deeper than 500; a level takes two of those.
    private static final int DEEPEST = 100;

    public XrayTree {
        children = List.copyOf(children);
    }

    public static XrayTree of(LayerStory story) {
        Sum root = new Sum();
        for (Seen file : story.visible()) {
            root.add(file.entry().path().components(), file.entry().sizeBytes(), file.layer());
        }
        return root.as("/", Math.max(1, root.bytes / PARTS), DEEPEST);
    }

    private static final class Sum {
        private final TreeMap<String, Sum> children = new TreeMap<>();
        private long bytes;
        private int layer = -1;

        void add(List<String> names, long size, int from) {
            Sum at = this;
            at.bytes += size;
            for (String name : names) {
                at = at.children.computeIfAbsent(name, _ -> new Sum());
                at.bytes += size;
            }
            at.layer = from;
        }

        XrayTree as(String name, long least, int levels) {
            List<XrayTree> shown = new ArrayList<>();
            long rest = 0;
            for (var child : children.entrySet()) {
                if (child.getValue().bytes < least || levels == 0) {
                    rest += child.getValue().bytes;
                } else {
                    shown.add(child.getValue().as(child.getKey(), least, levels - 1));
                }
            }
            return new XrayTree(name, bytes, layer, rest, shown);
        }
    }
}
