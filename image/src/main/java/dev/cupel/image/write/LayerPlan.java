package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which of its own paths each layer keeps. A path is kept in the layer from which a container sees it, and a directory also
/// where it leads to something kept, so that no engine has to make one up.
final class LayerPlan {
    /// A layer may carry this share of bytes that no container sees and still stay as it is.
    private static final int DEAD_SHARE = 20;

    private final List<LayerIndex> layers;
    private final RootFs root;
    private final List<Set<ImagePath>> kept = new ArrayList<>();
    private final Set<ImagePath> all = new HashSet<>();

    LayerPlan(List<LayerIndex> layers, RootFs root, ImageChange change) {
        this.layers = layers;
        this.root = root;
        layers.forEach(_ -> kept.add(new HashSet<>()));
        root.walk().filter(node -> change.keep().test(node.path())).forEach(node -> keep(node.path()));
        for (int i = 0; i < layers.size(); i++) {
            keepWaysWithin(i);
        }
    }

    /// The paths that a container of the new image sees.
    Set<ImagePath> all() {
        return all;
    }

    Set<ImagePath> keptIn(int layer) {
        return kept.get(layer);
    }

    /// Whether the layer can stay the blob that it is: all that is seen of it stays, and hardly anything in it is dead.
    boolean isWhole(int layer, Replacements replacements) {
        long deadBytes = 0;
        for (Entry entry : layers.get(layer).entries()) {
            boolean seen = root.at(entry.path()).filter(node -> node.layer() == layer).isPresent();
            if (seen && (!all.contains(entry.path()) || replacements.has(entry.path()))) {
                return false;
            }
            deadBytes += seen ? 0 : entry.sizeBytes();
        }
        return deadBytes <= layers.get(layer).tarBytes() / DEAD_SHARE;
    }

    private void keep(ImagePath path) {
        if (!all.add(path)) {
            return;
        }
        root.at(path).ifPresent(node -> kept.get(node.layer()).add(path));
        if (!path.isRoot()) {
            keep(path.parent());
        }
    }

    private void keepWaysWithin(int layer) {
        Set<ImagePath> ways = new TreeSet<>();
        for (ImagePath path : kept.get(layer)) {
            for (ImagePath way = path.parent(); ways.add(way) && !way.isRoot(); ) {
                way = way.parent();
            }
        }
        for (Entry entry : layers.get(layer).entries()) {
            if (entry.isDirectory() && ways.contains(entry.path())) {
                kept.get(layer).add(entry.path());
            }
        }
    }

    /// What a container of the original sees at a path that stays.
    Node original(ImagePath path) {
        return root.at(path).orElseThrow(() -> new IllegalStateException("nothing is at " + path));
    }
}
