package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands behind a tag: one image, or a list of images. [ManifestReader] makes it.
public sealed interface Manifest {
    /// The media type that the document itself has or, where it names none, its shape shows.
    String mediaType();

    SortedMap<String, String> annotations();

    /// One image for one platform; layers lowest first.
    record OfImage(String mediaType, Descriptor config, List<Descriptor> layers, SortedMap<String, String> annotations)
            implements Manifest {
        public OfImage {
            layers = List.copyOf(layers);
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        }
    }

    /// Several images, or several lists of them, in the order in which the document has them.
    record OfIndex(String mediaType, List<Descriptor> manifests, SortedMap<String, String> annotations) implements Manifest {
        public OfIndex {
            manifests = List.copyOf(manifests);
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        }
    }
}
