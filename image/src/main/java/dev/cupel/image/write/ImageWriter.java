package dev.cupel.image.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.compression.Compression;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Writes an image that holds what is kept of another one, layer by layer. A layer of which everything stays remains the blob it
/// was; the others become plain ones, so that they can run at once. [#compress] makes them fit to travel.
public final class ImageWriter {
    private final ContentStore store;

    public ImageWriter(ContentStore store) {
        this.store = store;
    }

    /// The new image, all of it in the store, checked node by node against the original. The same arguments give the same digest.
    public Image write(Image original, ImageChange change) throws IOException {
        List<StoredLayer> layers = new ArrayList<>();
        for (Layer layer : original.layers()) {
            layers.add(store.layer(layer));
        }
        RootFs root = LayeredRootFs.of(layers);
        LayerPlan plan = new LayerPlan(layers.stream().map(StoredLayer::index).toList(), root, change);
        Set<Integer> whole = wholeLayers(layers.size(), plan, change.replacements());
        while (true) {
            List<Optional<Layer>> written = writeLayers(original, layers, new Edits(plan, change, whole));
            Image image = new ImageAssembler(store).assemble(original, written, change.annotations(), change.step());
            RootFs result = LayeredRootFs.of(image, store);
            Set<Integer> guilty = new OutputCheck(root, result, plan.all(), change.replacements()).layersThatShowTooMuch();
            if (guilty.isEmpty()) {
                return image;
            }
            // A layer kept whole shows what only a layer above had hidden, and that is gone: it must be filtered after all.
            if (!whole.removeAll(originalNumbers(guilty, written))) {
                throw new IllegalStateException("the written image shows what should be gone");
            }
        }
    }

    /// The same image with every plain layer compressed; layers that came compressed stay the blobs that they are.
    public Image compress(Image image, LayerPacker packer, Compression as) throws IOException {
        List<Layer> packed = new ArrayList<>();
        for (Layer layer : image.layers()) {
            boolean plain = MediaTypes.compressionOf(layer.blob().mediaType()) == Compression.NONE;
            packed.add(plain ? packer.pack(layer, as) : layer);
        }
        return new ImageAssembler(store).repack(image, packed);
    }

    private record Edits(LayerPlan plan, ImageChange change, Set<Integer> whole) {}

    private List<Optional<Layer>> writeLayers(Image original, List<StoredLayer> layers, Edits edits) throws IOException {
        LayerWriter writer = new LayerWriter(store);
        List<Optional<Layer>> written = new ArrayList<>();
        NavigableSet<ImagePath> below = new TreeSet<>();
        for (int i = 0; i < layers.size(); i++) {
            Set<ImagePath> kept = edits.plan().keptIn(i);
            if (edits.whole().contains(i)) {
                written.add(Optional.of(original.layers().get(i)));
                layers.get(i).index().entries().forEach(entry -> below.add(entry.path()));
            } else {
                Predicate<ImagePath> hidesSomething = hidesSomething(layers.get(i).index(), below);
                LayerEdit edit = new LayerEdit(kept::contains, hidesSomething, edits.change().replacements());
                written.add(writer.write(layers.get(i), edit));
                below.addAll(kept);
            }
        }
        return written;
    }

    /// Whether the new layers below still have something that a deletion takes away. In the order of paths what lies in a
    /// directory follows it at once.
    private static Predicate<ImagePath> hidesSomething(LayerIndex layer, NavigableSet<ImagePath> below) {
        return path -> {
            ImagePath next = layer.opaques().contains(path) ? below.higher(path) : below.ceiling(path);
            return next != null && next.isWithin(path);
        };
    }

    private static Set<Integer> wholeLayers(int count, LayerPlan plan, Replacements replacements) {
        Set<Integer> whole = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (plan.isWhole(i, replacements)) {
                whole.add(i);
            }
        }
        return whole;
    }

    /// The numbers in the original of layers of the new image, which lacks those that became empty.
    private static Set<Integer> originalNumbers(Set<Integer> numbers, List<Optional<Layer>> written) {
        Set<Integer> found = new HashSet<>();
        int number = 0;
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).isPresent() && numbers.contains(number++)) {
                found.add(i);
            }
        }
        return found;
    }
}
