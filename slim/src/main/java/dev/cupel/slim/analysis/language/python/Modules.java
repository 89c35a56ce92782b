package dev.cupel.slim.analysis.language.python;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the files that a dotted name stands for, as `importlib` does: packages before extension modules before source
/// before byte code; folders without `__init__` are namespaces that several roots share.
record Modules(RootFs root, Map<ImagePath, ImagePath> natives) {
    /// What of a dotted name was found.
    ///
    /// @param files of each package on the way and of the module, in this order
    /// @param parts how many parts of the name are accounted for; the rest may be attributes
    /// @param shared whether the first part is a namespace, of which other roots may have more
    record Found(List<ImagePath> files, int parts, boolean shared) {}

    /// The best that `roots` have for `name`; empty where not even its first part exists.
    Optional<Found> find(String name, List<ImagePath> roots) {
        List<String> parts = List.of(name.split("\\."));
        Optional<Found> best = Optional.empty();
        for (ImagePath searched : roots) {
            Optional<Found> found = findIn(searched, parts);
            if (found.isPresent() && !found.get().shared()) {
                return found;
            }
            if (found.isPresent() && (best.isEmpty() || found.get().parts() > best.get().parts())) {
                best = found;
            }
        }
        return best;
    }

    private Optional<Found> findIn(ImagePath searched, List<String> parts) {
        List<ImagePath> files = new ArrayList<>();
        ImagePath folder = searched;
        boolean shared = false;
        int done = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.indexOf('/') >= 0) {
                break;
            }
            ImagePath next = folder.child(part);
            Optional<ImagePath> initializer = moduleAt(next.child("__init__"));
            Optional<ImagePath> module = initializer.isPresent() ? initializer : moduleAt(next);
            boolean namespace = module.isEmpty() && isFolder(next);
            if (module.isEmpty() && !namespace) {
                break;
            }
            module.ifPresent(files::add);
            shared |= namespace && done == 0;
            done++;
            folder = next;
            if (module.isPresent() && initializer.isEmpty()) {
                break;
            }
        }
        return done == 0 ? Optional.empty() : Optional.of(new Found(files, done, shared));
    }

    /// The file of a module whose path without suffix is `stem`.
    private Optional<ImagePath> moduleAt(ImagePath stem) {
        ImagePath real = stem(stem);
        return Optional.ofNullable(natives.get(real))
                .or(() -> existing(real.parent().child(real.name() + ".py")))
                .or(() -> existing(real.parent().child(real.name() + ".pyc")));
    }

    /// A root may be a link (`lib64` → `lib`), and the index of extension modules knows real paths only.
    private ImagePath stem(ImagePath stem) {
        return root.follow(stem.parent()) instanceof Resolution.Found(Node node, var _) ? node.path().child(stem.name()) : stem;
    }

    private Optional<ImagePath> existing(ImagePath path) {
        return root.at(path).filter(node -> !node.entry().isDirectory()).map(Node::path);
    }

    private boolean isFolder(ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory();
    }
}
