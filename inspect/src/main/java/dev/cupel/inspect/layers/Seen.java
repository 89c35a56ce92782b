package dev.cupel.inspect.layers;

import dev.cupel.image.layer.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// A regular file of the final view under the name that holds its content, and the layer that brought it.
public record Seen(Entry entry, int layer) {

    /// In no particular order.
    static List<Seen> in(Place root) {
        List<Seen> found = new ArrayList<>();
        Set<Content> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Place> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Place place = open.pop();
            place.content().filter(content -> content.entry().isFile()).filter(met::add).ifPresent(content ->
                    found.add(new Seen(content.entry(), content.layer())));
            place.children().forEach(open::push);
        }
        return found;
    }
}
