package dev.cupel.slim.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.keep.KeepSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which entries of each layer stay: those that the merged view shows, if they are kept, and the directories that lead to them as
/// that very layer has them. What an upper layer hides goes: nobody could ever read it.
record LayerSelection(RootFs root, KeepSet kept) {

    /// The paths of the entries that stay in this layer, of which `position` is the number, lowest 0.
    SortedSet<ImagePath> of(LayerIndex layer, int position) {
        Set<ImagePath> directories = layer.entries().stream()
                .filter(Entry::isDirectory)
                .map(Entry::path)
                .collect(Collectors.toSet());
        TreeSet<ImagePath> selected = new TreeSet<>();
        for (Entry entry : layer.entries()) {
            if (kept.contains(entry.path()) && isVisible(entry.path(), position)) {
                selected.add(entry.path());
                addParents(entry.path(), directories, selected);
            }
        }
        return selected;
    }

    private boolean isVisible(ImagePath path, int position) {
        return root.at(path).filter(node -> node.layer() == position).isPresent();
    }

    private static void addParents(ImagePath path, Set<ImagePath> directories, Set<ImagePath> selected) {
        for (ImagePath parent = path.parent(); !parent.isRoot(); parent = parent.parent()) {
            if (directories.contains(parent) && !selected.add(parent)) {
                return;
            }
        }
        if (directories.contains(ImagePath.ROOT)) {
            selected.add(ImagePath.ROOT);
        }
    }
}
