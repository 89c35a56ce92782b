package dev.cupel.image.layer;

import dev.cupel.image.ImagePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which names share a file while a layer grows. When the name that holds the content is overwritten, the next one inherits it,
/// as on a disk.
final class HardLinks {
    private final Map<ImagePath, Entry> entries;
    private final Map<ImagePath, List<ImagePath>> namesOf = new HashMap<>();

    HardLinks(Map<ImagePath, Entry> entries) {
        this.entries = entries;
    }

    /// The file itself where a link names another link.
    ImagePath targetOf(ImagePath named) {
        Entry entry = entries.get(named);
        return entry != null && entry.type() == EntryType.HARDLINK ? new ImagePath(entry.link()) : named;
    }

    void add(ImagePath name, ImagePath target) {
        namesOf.computeIfAbsent(target, _ -> new ArrayList<>()).add(name);
    }

    /// Takes an entry away; the path that inherits its content, if one does.
    Optional<ImagePath> remove(ImagePath path) {
        Entry old = entries.remove(path);
        if (old == null) {
            return Optional.empty();
        }
        if (old.type() == EntryType.HARDLINK) {
            namesOf.getOrDefault(new ImagePath(old.link()), new ArrayList<>()).remove(path);
            return Optional.empty();
        }
        List<ImagePath> names = namesOf.getOrDefault(path, List.of());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        namesOf.remove(path);
        ImagePath heir = names.getFirst();
        entries.put(heir, old.at(heir));
        for (ImagePath name : names.subList(1, names.size())) {
            entries.computeIfPresent(name, (_, entry) -> entry.linkedTo(heir));
            add(name, heir);
        }
        return Optional.of(heir);
    }
}
