package dev.cupel.image.rootfs;

import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.History;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.ContentStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// An image whose layers are at hand.
///
/// @param layers lowest first, as in `image`
public record OpenedImage(Image image, List<OpenedLayer> layers, RootFs root) {
    public OpenedImage {
        layers = List.copyOf(layers);
    }

    /// Opens an image whose blobs are in the store. Layers that are new are unpacked and indexed, several at a time. A damaged or
    /// hostile layer is a [dev.cupel.image.CupelException].
    public static OpenedImage of(Image image, ContentStore store) throws IOException {
        return of(image, new LayerOpening(store).open(image.layers()).stream().map(TarFiles::of).toList());
    }

    /// Lays the layers of an image on each other, lowest first. A hostile one is a [dev.cupel.image.CupelException].
    public static OpenedImage of(Image image, List<OpenedLayer> layers) {
        return new OpenedImage(image, layers, LayeredRootFs.over(layers));
    }

    /// Bytes of all files in all layers, hidden ones too: what `docker images` counts.
    public long bytes() {
        return layers.stream()
                .flatMap(layer -> layer.index().entries().stream())
                .mapToLong(entry -> entry.sizeBytes())
                .sum();
    }

    /// The step of the history that made a layer. Tools that leave steps out leave out the first ones: both lists are laid side by
    /// side from their ends.
    public Optional<History> madeBy(int layer) {
        List<History> made = image.config().history().stream().filter(step -> !step.emptyLayer()).toList();
        int at = made.size() - layers.size() + layer;
        return at >= 0 && at < made.size() ? Optional.of(made.get(at)) : Optional.empty();
    }
}
