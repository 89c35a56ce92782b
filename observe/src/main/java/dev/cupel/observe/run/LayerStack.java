package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.linux.namespace.UserNamespace;
import dev.cupel.linux.rooted.FileTime;
import dev.cupel.linux.rooted.Folder;
import dev.cupel.linux.rooted.Ownership;
import dev.cupel.linux.rooted.RootedDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Unpacked layers and what mounting them over each other would get wrong: a directory that a layer needs and does not name
/// hides the owner and mode that a lower layer gave it; and in a user namespace all directories are unpacked as root's.
///
/// @param directories lowest first, at least one
/// @param implied directories to which their real owner, mode and time must be given back
/// @param shortcomings of the user namespace in which it is mounted
record LayerStack(List<Path> directories, Map<ImagePath, Entry> implied, Shortcomings shortcomings) {
    LayerStack {
        directories = List.copyOf(directories);
        implied = Collections.unmodifiableMap(new LinkedHashMap<>(implied));
    }

    static LayerStack of(List<Path> directories, List<LayerIndex> indexes) throws IOException {
        UserNamespace namespace = UserNamespace.own();
        Map<ImagePath, Entry> named = new LinkedHashMap<>();
        Map<ImagePath, Entry> hidden = new LinkedHashMap<>();
        for (LayerIndex layer : indexes) {
            layer.whiteouts().forEach(gone -> named.keySet().removeIf(path -> path.isWithin(gone)));
            layer.opaques().forEach(gone -> named.keySet().removeIf(path -> path.isWithin(gone) && !path.equals(gone)));
            Set<ImagePath> here = new HashSet<>();
            layer.entries().forEach(entry -> here.add(entry.path()));
            for (ImagePath parent : impliedBy(layer, here)) {
                Entry real = named.get(parent);
                if (real != null) {
                    hidden.put(parent, real);
                }
            }
            layer.entries().stream().filter(Entry::isDirectory).forEach(entry -> named.put(entry.path(), entry));
            hidden.keySet().removeAll(here);
        }
        if (!namespace.isInitial()) {
            named.values().stream()
                    .filter(entry -> !ownership(entry, namespace).removable().equals(ownership(entry, namespace)))
                    .forEach(entry -> hidden.put(entry.path(), entry));
        }
        return new LayerStack(directories, hidden, new Shortcomings(namespace, indexes));
    }

    /// Gives them back in the merged view of a fresh mount.
    void restoreImplied(Path merged) throws IOException {
        try (RootedDirectory root = RootedDirectory.open(merged)) {
            for (Entry entry : implied.values()) {
                // The root itself is always root's with mode 0755, whatever a layer says: engines mount a directory of their
                // own over it, and images whose base was packed from a private folder (mode 0700) rely on that.
                if (!entry.path().isRoot()) {
                    restore(root, entry, shortcomings.here());
                }
            }
        }
    }

    private static void restore(RootedDirectory root, Entry entry, UserNamespace here) throws IOException {
        try (Folder parent = root.folder(NameBytes.of(entry.path().parent().text()))) {
            byte[] name = NameBytes.of(entry.path().name());
            if (parent.isDirectory(name)) { // a higher layer may have put something else there
                parent.own(name, ownership(entry, here), Collections.emptySortedMap());
            }
        }
    }

    private static Ownership ownership(Entry entry, UserNamespace here) {
        return new Ownership(entry.uid(), entry.gid(), entry.mode(), new FileTime(entry.modified())).within(here);
    }

    private static Set<ImagePath> impliedBy(LayerIndex layer, Set<ImagePath> named) {
        Set<ImagePath> implied = new HashSet<>();
        Stream.of(named, layer.whiteouts(), layer.opaques()).flatMap(Collection::stream).forEach(path -> {
            ImagePath parent = path.parent();
            while (!named.contains(parent) && implied.add(parent)) {
                parent = parent.parent();
            }
        });
        return implied;
    }
}
