package dev.cupel.image.engine.transfer;

/// A record of a layer's tar that cannot be read; the layer is then exported instead.
final class MalformedTarSplit extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedTarSplit(String message) {
        super(message);
    }
}
