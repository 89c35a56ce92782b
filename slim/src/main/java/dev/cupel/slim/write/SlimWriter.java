package dev.cupel.slim.write;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.store.ContentStore;
import dev.cupel.image.store.StoredLayer;
import dev.cupel.image.write.ImageAssembler;
import dev.cupel.image.write.LayerEdit;
import dev.cupel.image.write.LayerWriter;
import dev.cupel.image.write.Replacements;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.subject.Original;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Writes the slim image into the store: each layer of the original with what stays of it, a layer that stays whole as the very
/// blob it was. The same original and the same keep set give the same image.
public final class SlimWriter {
    private static final String STEP = "cupel slim";

    private final ContentStore store;

    public SlimWriter(ContentStore store) {
        this.store = store;
    }

    /// The slim image.
    ///
    /// @param replacements new contents of package databases, by path
    /// @param sourceName how the user named the original, for the annotation that tells what it was made from
    public Image write(Original original, KeepSet kept, Map<ImagePath, byte[]> replacements, String sourceName) throws IOException {
        LayerSelection selection = new LayerSelection(original.root(), kept);
        LayerWriter writer = new LayerWriter(store);
        List<Optional<Layer>> layers = new ArrayList<>();
        for (int i = 0; i < original.layers().size(); i++) {
            StoredLayer stored = original.layers().get(i);
            SortedSet<ImagePath> selected = selection.of(stored.index(), i);
            layers.add(
                    staysWhole(stored.index(), selected, replacements.keySet())
                            ? Optional.of(original.image().layers().get(i))
                            : writer.write(stored, edit(selected, replacements)));
        }
        return new ImageAssembler(store)
                .assemble(original.image(), layers, annotations(original.image(), sourceName), Optional.of(STEP));
    }

    /// Deletions go: what they hide is not in the layers below any more.
    private static LayerEdit edit(Set<ImagePath> selected, Map<ImagePath, byte[]> replacements) {
        return new LayerEdit(selected::contains, _ -> false, Replacements.of(replacements));
    }

    private static boolean staysWhole(LayerIndex layer, Set<ImagePath> selected, Set<ImagePath> replaced) {
        return selected.size() == layer.entries().size() && selected.stream().noneMatch(replaced::contains);
    }

    /// OCI image-spec 1.1, annotations.md, "Pre-Defined Annotation Keys".
    private static SortedMap<String, String> annotations(Image original, String sourceName) {
        SortedMap<String, String> all = new TreeMap<>(original.annotations());
        all.put("org.opencontainers.image.base.name", sourceName);
        all.put("org.opencontainers.image.base.digest", original.manifest().digest().toString());
        if (!original.config().created().isEmpty()) {
            all.put("org.opencontainers.image.created", original.config().created());
        }
        return all;
    }
}
