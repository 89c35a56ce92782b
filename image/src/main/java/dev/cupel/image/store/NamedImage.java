package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.time.Instant;
import java.util.List;

/// An image whose manifest is in a store.
///
/// @param names under which it came or went, such as `docker-daemon:nginx:1.27`, the newest last
/// @param manifest its digest
/// @param sizeBytes of its manifest, configuration and layers as far as they are here; layers of several images count for each
/// @param lastUsed when its manifest was last looked up
public record NamedImage(List<String> names, Digest manifest, long sizeBytes, Instant lastUsed) {
    public NamedImage {
        names = List.copyOf(names);
    }
}
