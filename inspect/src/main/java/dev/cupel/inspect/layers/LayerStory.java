package dev.cupel.inspect.layers;

import dev.cupel.image.layer.LayerIndex;
import java.util.ArrayList;
import java.util.List;

/// What every layer of an image does, and what is left of it.
///
/// @param changes a list for each layer, lowest first, in the order of its tar; what it removes comes last. A directory that stays as
///     it was is not in it
/// @param losses files that no container can see, in the order in which they went
/// @param visible files that a container sees, each once however many names it has
public record LayerStory(List<List<Change>> changes, List<Loss> losses, List<Seen> visible) {
    public LayerStory {
        changes = changes.stream().map(List::copyOf).toList();
        losses = List.copyOf(losses);
        visible = List.copyOf(visible);
    }

    public static LayerStory of(List<LayerIndex> layers) {
        Growth growth = new Growth();
        List<List<Change>> changes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            changes.add(growth.apply(layers.get(i), i));
        }
        return new LayerStory(changes, growth.losses(), Seen.in(growth.root()));
    }

    /// Bytes of all files that a container sees, each counted once.
    public long visibleBytes() {
        return visible.stream().mapToLong(one -> one.entry().sizeBytes()).sum();
    }
}
