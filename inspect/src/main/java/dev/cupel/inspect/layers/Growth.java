package dev.cupel.inspect.layers;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.layer.OpenedLayer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays layer upon layer and writes down what each does (OCI image-spec 1.1, layer.md, "Applying Changesets").
final class Growth {
    private final List<OpenedLayer> layers;
    private final Place root = new Place();
    private final List<Loss> losses = new ArrayList<>();
    /// What the layer at hand took away and may bring again.
    private final Map<ImagePath, Entry> removed = new LinkedHashMap<>();
    private final Map<ImagePath, Long> removedBytes = new HashMap<>();

    Growth(List<OpenedLayer> layers) {
        this.layers = layers;
    }

    List<Loss> losses() {
        return losses;
    }

    Place root() {
        return root;
    }

    List<Change> apply(int number) throws IOException {
        LayerIndex layer = layers.get(number).index();
        List<Change> changes = new ArrayList<>(layer.entries().size());
        removed.clear();
        removedBytes.clear();
        layer.opaques().forEach(path -> root.find(path).ifPresent(place -> takeBelow(place, number, Loss.Cause.REPLACED_DIRECTORY)));
        for (ImagePath path : layer.whiteouts()) {
            root.find(path.parent())
                    .flatMap(parent -> parent.drop(path.name()))
                    .ifPresent(place -> take(place, number, Loss.Cause.DELETED));
        }
        Deque<Entry> links = new ArrayDeque<>();
        for (Entry entry : layer.entries()) {
            if (entry.type() == EntryType.HARDLINK) {
                links.add(entry);
            } else {
                put(entry, new Content(entry, number), number).ifPresent(changes::add);
            }
        }
        for (Entry link : links) {
            Content content = root.find(new ImagePath(link.link())).flatMap(Place::content).orElseGet(() -> new Content(link, number));
            put(link, content, number).ifPresent(changes::add);
        }
        removed.forEach((path, entry) -> changes.add(new Change(Change.Kind.REMOVED, entry, removedBytes.getOrDefault(path, 0L))));
        return changes;
    }

    private Optional<Change> put(Entry entry, Content content, int number) throws IOException {
        Place place = root.make(entry.path());
        content.named(); // before the old one goes: it may be the same
        Optional<Entry> before = place.entry().or(() -> Optional.ofNullable(removed.get(entry.path())));
        Optional<Content> old = place.content();
        if (old.isPresent() && isLost(old.get(), number)) {
            losses.add(new Loss(old.get().entry(), old.get().layer(), number, same(old.get(), content) ? Loss.Cause.COPIED_AGAIN : Loss.Cause.OVERWRITTEN));
        }
        if (!entry.isDirectory()) {
            takeBelow(place, number, Loss.Cause.DELETED);
        }
        removed.remove(entry.path());
        place.hold(entry, content);
        if (before.isEmpty()) {
            return Optional.of(new Change(Change.Kind.ADDED, entry, bytes(entry)));
        }
        boolean same = entry.isDirectory() && sameAttributes(before.get(), entry);
        return same ? Optional.empty() : Optional.of(new Change(Change.Kind.CHANGED, entry, bytes(entry)));
    }

    private boolean same(Content old, Content now) throws IOException {
        return now.entry().isFile() && old.entry().sizeBytes() == now.entry().sizeBytes() && digest(old).equals(digest(now));
    }

    private Digest digest(Content content) throws IOException {
        return layers.get(content.layer()).files().digest(content.entry());
    }

    /// An unchanged directory is in a layer because something in it changed; nobody wants to read of it.
    private static boolean sameAttributes(Entry one, Entry other) {
        return one.type() == other.type()
                && one.mode() == other.mode()
                && one.uid() == other.uid()
                && one.gid() == other.gid()
                && one.xattrs().equals(other.xattrs());
    }

    private void takeBelow(Place directory, int number, Loss.Cause cause) {
        // No recursion: a hostile path has thousands of levels.
        Deque<Place> open = new ArrayDeque<>(directory.clear());
        while (!open.isEmpty()) {
            Place place = open.pop();
            takeAlone(place, number, cause);
            place.clear().reversed().forEach(open::push);
        }
    }

    private void take(Place place, int number, Loss.Cause cause) {
        takeAlone(place, number, cause);
        takeBelow(place, number, cause);
    }

    private void takeAlone(Place place, int number, Loss.Cause cause) {
        place.entry().ifPresent(entry -> {
            removed.put(entry.path(), entry);
            removedBytes.put(entry.path(), bytes(entry));
        });
        place.content().ifPresent(content -> release(content, number, cause));
    }

    private void release(Content content, int number, Loss.Cause cause) {
        if (isLost(content, number)) {
            losses.add(new Loss(content.entry(), content.layer(), number, cause));
        }
    }

    /// Takes a name from it; whether that was the last, and so the bytes of a lower layer are seen no more.
    private static boolean isLost(Content content, int number) {
        return content.unnamed() && content.entry().isFile() && content.entry().sizeBytes() > 0 && content.layer() < number;
    }

    private static long bytes(Entry entry) {
        return entry.isFile() ? entry.sizeBytes() : 0;
    }
}
