package dev.cupel.image.layer;

/// What a name with the prefix `.wh.` takes away (OCI image-spec 1.1, layer.md, "Whiteouts").
sealed interface Whiteout {
    /// `.wh..wh..opq`: everything that lower layers have in the directory it stands in.
    record Opaque() implements Whiteout {}

    /// `.wh.NAME`: NAME in lower layers; a NAME of the same layer stays.
    record Of(String name) implements Whiteout {}

    /// Other names with `.wh..wh.` are notes that aufs made for itself: neither files nor deletions.
    record Note() implements Whiteout {}

    /// An ordinary name.
    record None() implements Whiteout {}

    static Whiteout of(String name) {
        if (!name.startsWith(".wh.")) {
            return new None();
        }
        if (name.equals(".wh..wh..opq")) {
            return new Opaque();
        }
        return name.startsWith(".wh..wh.") ? new Note() : new Of(name.substring(".wh.".length()));
    }
}
