package dev.cupel.inspect.waste;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The score that dive gives an image, by its rules (wagoodman/dive v0.13, filetree/efficiency.go), their faults included: two equal
/// copies of a file count twice, opaque directories not at all, and a deletion of something unknown ends the layer.
///
/// @param efficiency least over cumulative size of all paths, 0 to 1
/// @param wastedBytes cumulative size of the paths that occur in several layers
/// @param sizeBytes of all layers
/// @param userSizeBytes of all layers but the lowest
/// @param wasted paths that occur in several layers, largest first
public record DiveScore(double efficiency, long wastedBytes, long sizeBytes, long userSizeBytes, List<Repeated> wasted) {
    public DiveScore {
        wasted = List.copyOf(wasted);
    }

    /// A path in several layers; `sizeBytes` in all of them together.
    public record Repeated(ImagePath path, int count, long sizeBytes) {}

    public static DiveScore of(List<LayerIndex> layers) {
        List<Long> sizes = layers.stream()
                .map(layer -> layer.entries().stream().mapToLong(Entry::sizeBytes).sum())
                .toList();
        long total = sizes.stream().mapToLong(size -> size).sum();
        long first = sizes.isEmpty() ? 0 : sizes.getFirst();
        return new Tally(layers).score(total, total - first);
    }

    /// Wasted over user bytes; with no user bytes what dive's division gives: NaN for nothing, infinity for something.
    public double wastedUserShare() {
        return (double) wastedBytes / userSizeBytes;
    }

    /// Sums over the trees of the layers, walked children first in the order of their names.
    private static final class Tally {
        private final List<LayerIndex> layers;
        private final List<DiveNode> trees;
        private final Map<ImagePath, Sizes> paths = new HashMap<>();
        private final Map<ImagePath, Sizes> repeated = new LinkedHashMap<>();
        private final DiveNode below = DiveNode.root();

        Tally(List<LayerIndex> layers) {
            this.layers = layers;
            trees = layers.stream().map(DiveNode::of).toList();
        }

        private int lastDeletion() {
            int last = layers.size() - 1;
            while (last >= 0 && layers.get(last).whiteouts().isEmpty()) {
                last--;
            }
            return last;
        }

        DiveScore score(long sizeBytes, long userSizeBytes) {
            // Only deletions are looked up below, and laying trees on one another is dear.
            int lastDeletion = lastDeletion();
            if (lastDeletion >= 0) {
                below.stack(trees.getFirst()); // dive looks a deletion of the lowest layer up in that layer
            }
            for (int i = 0; i < trees.size(); i++) {
                visitBelow(trees.get(i));
                if (i > 0 && i < lastDeletion) {
                    below.stack(trees.get(i));
                }
            }
            long least = paths.values().stream().mapToLong(one -> one.least).sum();
            long cumulative = paths.values().stream().mapToLong(one -> one.cumulative).sum();
            List<Repeated> wasted = new ArrayList<>();
            repeated.forEach((path, sizes) -> wasted.add(new Repeated(path, sizes.count, sizes.cumulative)));
            wasted.sort(Comparator.comparingLong(Repeated::sizeBytes).reversed().thenComparing(Repeated::path));
            return new DiveScore(
                    cumulative == 0 ? 1 : (double) least / cumulative,
                    wasted.stream().mapToLong(Repeated::sizeBytes).sum(),
                    sizeBytes,
                    userSizeBytes,
                    wasted);
        }

        /// Whether to go on with this layer.
        private boolean visitBelow(DiveNode node) {
            for (DiveNode child : node.children()) {
                if (!visitBelow(child) || (child.isLeaf() && !count(child))) {
                    return false;
                }
            }
            return true;
        }

        private boolean count(DiveNode leaf) {
            long size = leaf.sizeBytes();
            Sizes sizes = paths.computeIfAbsent(leaf.path(), _ -> new Sizes());
            if (leaf.isWhiteout()) {
                Optional<DiveNode> hidden = below.find(leaf.path().components());
                if (hidden.isEmpty()) {
                    return false; // and its least size stays −1, as in dive
                }
                size = hidden.get().isDirectory() ? hidden.get().totalBytes() : 0;
            }
            sizes.add(size);
            if (sizes.count == 2) {
                repeated.put(leaf.path(), sizes);
            }
            return true;
        }
    }

    private static final class Sizes {
        private long least = -1;
        private long cumulative;
        private int count;

        void add(long size) {
            cumulative += size;
            least = least < 0 ? size : Math.min(least, size);
            count++;
        }
    }
}
