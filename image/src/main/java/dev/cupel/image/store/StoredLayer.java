package dev.cupel.image.store;

import dev.cupel.image.layer.LayerIndex;
import java.nio.file.Path;

/// A layer ready for random access: its index, and the uncompressed tar that the index's spans point into.
public record StoredLayer(LayerIndex index, Path tar) {}
