package dev.cupel.image;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a manifest says of one blob (OCI image-spec 1.1, descriptor.md). Sizes are bytes of the blob as stored.
public record Descriptor(
        String mediaType,
        Digest digest,
        long sizeBytes,
        SortedMap<String, String> annotations,
        Optional<Platform> platform) {

    public Descriptor {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("a descriptor of " + digest + " gives the size " + sizeBytes);
        }
        annotations = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    public Descriptor(String mediaType, Digest digest, long sizeBytes) {
        this(mediaType, digest, sizeBytes, new TreeMap<>(), Optional.empty());
    }
}
