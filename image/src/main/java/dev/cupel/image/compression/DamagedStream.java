package dev.cupel.image.compression;

import java.io.IOException;

/// Compressed bytes that are cut off, altered, of a kind nobody should meet in a layer, or that grow beyond all measure. Reading
/// them again gives the same.
public final class DamagedStream extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedStream(String message) {
        super(message);
    }

    DamagedStream(String message, Throwable cause) {
        super(message, cause);
    }
}
