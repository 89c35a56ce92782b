package dev.cupel.image.manifest;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;

/// One layer of an image: the blob as it is stored and sent, and the digest of its uncompressed tar.
public record Layer(Descriptor blob, Digest diffId) {}
