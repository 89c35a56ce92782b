package dev.cupel.image.archive;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.Image;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How an image stands in the index of a layout: its manifest, its platform, its name.
final class LayoutEntry {
    private LayoutEntry() {}

    static Descriptor of(Image image, Optional<String> tag) {
        SortedMap<String, String> annotations = new TreeMap<>();
        tag.ifPresent(name -> annotations.put(OciLayout.REF_NAME, name));
        return of(image, annotations);
    }

    static Descriptor of(Image image, SortedMap<String, String> annotations) {
        Descriptor manifest = image.manifest();
        Platform platform = image.config().platform();
        Optional<Platform> known = platform.os().isEmpty() ? Optional.empty() : Optional.of(platform);
        return new Descriptor(manifest.mediaType(), manifest.digest(), manifest.sizeBytes(), annotations, known);
    }
}
