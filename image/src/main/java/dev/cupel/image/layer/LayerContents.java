package dev.cupel.image.layer;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.tar.MalformedTar;
import dev.cupel.image.tar.TarEntry;
import dev.cupel.image.tar.TarKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A layer as it grows entry by entry, with the rules by which engines unpack it: the last of two entries wins, what is no
/// directory replaces a whole one, and a name leads through the links of its own layer.
final class LayerContents {
    private final Map<ImagePath, Entry> entries = new LinkedHashMap<>();
    private final Set<ImagePath> parents = new HashSet<>();
    private final HardLinks hardLinks = new HardLinks(entries);
    private final LayerLinks links = new LayerLinks(entries);
    private final TreeSet<ImagePath> whiteouts = new TreeSet<>();
    private final TreeSet<ImagePath> opaques = new TreeSet<>();
    private final TreeSet<ImagePath> sparse = new TreeSet<>();

    void delete(ImagePath path) throws MalformedTar {
        whiteouts.add(links.real(path));
    }

    void hideBelow(ImagePath directory) throws MalformedTar {
        opaques.add(links.follow(directory));
    }

    void put(ImagePath named, TarEntry header, Optional<Digest> content) throws MalformedTar {
        ImagePath path = links.real(named);
        if (path.isRoot() && header.kind() != TarKind.DIRECTORY) {
            throw new MalformedTar("an entry that is no directory would replace the root");
        }
        if (header.kind() == TarKind.HARDLINK) {
            ImagePath target = hardLinks.targetOf(links.real(EntryPaths.of(header.link(), "hard link")));
            if (target.equals(path) && entries.containsKey(path)) {
                return; // a link to itself changes nothing
            }
            replace(path, false);
            add(path, new EntryOf(header).as(path, target.text(), Optional.empty()));
            hardLinks.add(path, target);
            return;
        }
        replace(path, header.kind() == TarKind.DIRECTORY);
        add(path, new EntryOf(header).as(path, header.link(), content));
        if (header.sparse()) {
            sparse.add(path);
        }
    }

    private void add(ImagePath path, Entry entry) {
        entries.put(path, entry);
        links.added(entry);
        ImagePath parent = path.parent();
        while (parents.add(parent)) {
            parent = parent.parent();
        }
    }

    private void replace(ImagePath path, boolean byDirectory) {
        Entry old = entries.get(path);
        if (byDirectory && old != null && old.isDirectory()) {
            entries.remove(path); // its content stays; its own place is where the last header stands
            return;
        }
        if (!byDirectory && parents.contains(path)) {
            List<ImagePath> below = new ArrayList<>(entries.keySet());
            below.removeIf(other -> other.equals(path) || !other.isWithin(path));
            below.forEach(this::remove);
            parents.removeIf(other -> other.isWithin(path));
        }
        if (old != null) {
            remove(path);
        }
    }

    private void remove(ImagePath path) {
        Optional<ImagePath> heir = hardLinks.remove(path);
        boolean wasSparse = sparse.remove(path);
        if (wasSparse && heir.isPresent()) {
            sparse.add(heir.get());
        }
        links.removed();
    }

    LayerIndex toIndex(Digest diffId, long tarBytes) throws MalformedTar {
        for (Entry entry : entries.values()) {
            if (entry.type() == EntryType.HARDLINK) {
                Entry file = entries.get(new ImagePath(entry.link()));
                if (file != null && file.isDirectory()) {
                    throw new MalformedTar("the hard link " + Quoted.of(entry.path().text()) + " names a directory");
                }
            }
        }
        return new LayerIndex(diffId, tarBytes, List.copyOf(entries.values()), whiteouts, opaques, sparse);
    }
}
