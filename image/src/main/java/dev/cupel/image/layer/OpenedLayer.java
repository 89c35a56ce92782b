package dev.cupel.image.layer;

/// A layer that can be looked at: what it makes and takes away, and what is in its files.
public record OpenedLayer(LayerIndex index, LayerFiles files) {}
