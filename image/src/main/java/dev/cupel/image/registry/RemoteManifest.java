package dev.cupel.image.registry;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;

/// A manifest or index as a registry sent it, checked against its digest.
///
/// @param mediaType as the registry calls it; may be empty
public record RemoteManifest(String mediaType, Digest digest, Bytes bytes) {
    /// Its descriptor, under the media type that the registry gave it.
    public Descriptor descriptor() {
        return new Descriptor(mediaType, digest, bytes.size());
    }
}
