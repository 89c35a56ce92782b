package dev.cupel.image.sink;

import dev.cupel.image.Digest;
import java.util.Optional;

/// What became of an image that was written.
///
/// @param reference how to name it now
/// @param manifest the manifest's digest in that place; empty if the place keeps no manifests
/// @param change what had to differ from the image as it was, as a sentence; empty if nothing
public record Written(String reference, Optional<Digest> manifest, Optional<String> change) {}
