package dev.cupel.inspect.layers;

import dev.cupel.image.layer.Entry;

/// What a layer brought under one path, and how many names lead to it now.
final class Content {
    private final Entry entry;
    private final int layer;
    private int names;

    Content(Entry entry, int layer) {
        this.entry = entry;
        this.layer = layer;
    }

    Entry entry() {
        return entry;
    }

    int layer() {
        return layer;
    }

    void named() {
        names++;
    }

    /// Takes a name away; whether it was the last.
    boolean unnamed() {
        names--;
        return names == 0;
    }
}
