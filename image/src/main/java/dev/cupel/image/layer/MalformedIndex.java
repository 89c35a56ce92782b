package dev.cupel.image.layer;

/// Bytes that are no layer index, or one of another version. An index is a cache: whoever meets this makes it anew.
public final class MalformedIndex extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedIndex(String message) {
        super(message);
    }

    MalformedIndex(String message, Throwable cause) {
        super(message, cause);
    }
}
