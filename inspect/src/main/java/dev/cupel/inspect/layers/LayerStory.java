package dev.cupel.inspect.layers;

import dev.cupel.image.Digest;
import dev.cupel.image.layer.OpenedLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What every layer of an image does, and what is left of it.
///
/// @param layers lowest first
/// @param changes a list for each layer, lowest first, in the order of its tar; what it removes comes last. A directory that stays as
///     it was is not in it
/// @param losses files that no container can see, in the order in which they went
/// @param visible files that a container sees, each once however many names it has
public record LayerStory(List<OpenedLayer> layers, List<List<Change>> changes, List<Loss> losses, List<Seen> visible) {
    public LayerStory {
        layers = List.copyOf(layers);
        changes = changes.stream().map(List::copyOf).toList();
        losses = List.copyOf(losses);
        visible = List.copyOf(visible);
    }

    /// Reads contents only where two have the same length and their layers know no digest.
    public static LayerStory of(List<OpenedLayer> layers) throws IOException {
        Growth growth = new Growth(layers);
        List<List<Change>> changes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            changes.add(growth.apply(i));
        }
        return new LayerStory(layers, changes, growth.losses(), Seen.in(growth.root()));
    }

    /// SHA-256 of what is in a file.
    public Digest digest(Seen file) throws IOException {
        return layers.get(file.layer()).files().digest(file.entry());
    }

    /// Bytes of all files that a container sees, each counted once.
    public long visibleBytes() {
        return visible.stream().mapToLong(one -> one.entry().sizeBytes()).sum();
    }
}
