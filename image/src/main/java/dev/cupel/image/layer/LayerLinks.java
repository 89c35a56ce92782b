package dev.cupel.image.layer;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.tar.MalformedTar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Where names lead through the symbolic links of their own layer: engines unpack each layer in a directory of its own, inside
/// which such links are followed and out of which none leads.
final class LayerLinks {
    private static final int MOST_LINKS = 40;

    private final Map<ImagePath, Entry> entries;
    private ImagePath lastParent = ImagePath.ROOT;
    private ImagePath lastReal = ImagePath.ROOT;

    LayerLinks(Map<ImagePath, Entry> entries) {
        this.entries = entries;
    }

    void added(Entry entry) {
        if (!entry.isDirectory() && lastParent.isWithin(entry.path())) {
            forget();
        }
    }

    void removed() {
        forget();
    }

    /// The path with the links on its way followed, but not one at its end. A file on the way is a [MalformedTar].
    ImagePath real(ImagePath path) throws MalformedTar {
        if (path.isRoot()) {
            return path;
        }
        ImagePath parent = path.parent();
        if (!parent.equals(lastParent)) {
            lastReal = follow(parent);
            lastParent = parent;
        }
        return lastReal.equals(parent) ? path : lastReal.child(path.name());
    }

    /// The path with all links followed.
    ImagePath follow(ImagePath path) throws MalformedTar {
        Deque<String> coming = new ArrayDeque<>(path.components());
        ImagePath at = ImagePath.ROOT;
        int followed = 0;
        while (!coming.isEmpty()) {
            String part = coming.removeFirst();
            if (part.equals("..")) {
                at = at.parent();
                continue;
            }
            ImagePath next = at.child(part);
            Entry entry = entries.get(next);
            if (entry == null || entry.isDirectory()) {
                at = next;
            } else if (entry.isSymlink() && followed++ < MOST_LINKS) {
                at = entry.link().startsWith("/") ? ImagePath.ROOT : at;
                pushParts(entry.link(), coming);
            } else {
                throw new MalformedTar("an entry lies below %s, which is no directory".formatted(Quoted.of(next.text())));
            }
        }
        return at;
    }

    private static void pushParts(String target, Deque<String> coming) {
        String[] parts = target.split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !parts[i].equals(".")) {
                coming.addFirst(parts[i]);
            }
        }
    }

    private void forget() {
        lastParent = ImagePath.ROOT;
        lastReal = ImagePath.ROOT;
    }
}
