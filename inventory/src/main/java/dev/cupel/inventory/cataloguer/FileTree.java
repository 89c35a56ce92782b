package dev.cupel.inventory.cataloguer;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Finds the files of a component.
public record FileTree(RootFs root) {

    /// All files and links below a folder; whole folders that `without` accepts are left out.
    public SortedSet<ImagePath> below(ImagePath folder, Predicate<ImagePath> without) {
        TreeSet<ImagePath> files = new TreeSet<>();
        collect(folder, without, files);
        return files;
    }

    /// All files and links below a folder.
    public SortedSet<ImagePath> below(ImagePath folder) {
        return below(folder, _ -> false);
    }

    /// Those of the paths that are files or links of the image.
    public SortedSet<ImagePath> present(Collection<ImagePath> paths) {
        TreeSet<ImagePath> files = new TreeSet<>();
        for (ImagePath path : paths) {
            root.at(path).filter(node -> !node.entry().isDirectory()).ifPresent(_ -> files.add(path));
        }
        return files;
    }

    private void collect(ImagePath folder, Predicate<ImagePath> without, SortedSet<ImagePath> into) {
        for (Node node : root.children(folder)) {
            if (!node.entry().isDirectory()) {
                into.add(node.path());
            } else if (!without.test(node.path())) {
                collect(node.path(), without, into);
            }
        }
    }
}
