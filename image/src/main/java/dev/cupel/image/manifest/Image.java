package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One image for one platform, as its manifest and configuration describe it. All its blobs are in the content store,
/// manifest and configuration too, byte for byte as the source had them.
///
/// @param manifest the manifest's own descriptor; its digest is what `docker pull` prints
/// @param configBlob the configuration's descriptor; its digest is Docker's image id
/// @param layers lowest first
/// @param annotations of the manifest
public record Image(
        Descriptor manifest,
        Descriptor configBlob,
        ImageConfig config,
        List<Layer> layers,
        SortedMap<String, String> annotations) {
    public Image {
        layers = List.copyOf(layers);
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
