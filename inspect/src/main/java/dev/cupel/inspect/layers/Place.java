package dev.cupel.inspect.layers;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One path of the view that grows layer by layer. It may hold nothing itself: a directory that no layer names.
final class Place {
    private final Map<String, Place> children = new HashMap<>(4);
    private @Nullable Entry entry;
    private @Nullable Content content;

    Optional<Entry> entry() {
        return Optional.ofNullable(entry);
    }

    Optional<Content> content() {
        return Optional.ofNullable(content);
    }

    Collection<Place> children() {
        return children.values();
    }

    void hold(Entry newEntry, Content newContent) {
        entry = newEntry;
        content = newContent;
    }

    void empty() {
        entry = null;
        content = null;
    }

    /// What was below, which is below no longer.
    List<Place> clear() {
        List<Place> below = List.copyOf(children.values());
        children.clear();
        return below;
    }

    Optional<Place> find(ImagePath path) {
        Place at = this;
        String text = path.text();
        int from = 1;
        while (from < text.length()) {
            int end = end(text, from);
            Place next = at.children.get(text.substring(from, end));
            if (next == null) {
                return Optional.empty();
            }
            at = next;
            from = end + 1;
        }
        return Optional.of(at);
    }

    Place make(ImagePath path) {
        Place at = this;
        String text = path.text();
        int from = 1;
        while (from < text.length()) {
            int end = end(text, from);
            at = at.children.computeIfAbsent(text.substring(from, end), _ -> new Place());
            from = end + 1;
        }
        return at;
    }

    Optional<Place> drop(String name) {
        return Optional.ofNullable(children.remove(name));
    }

    private static int end(String text, int from) {
        int slash = text.indexOf('/', from);
        return slash < 0 ? text.length() : slash;
    }
}
