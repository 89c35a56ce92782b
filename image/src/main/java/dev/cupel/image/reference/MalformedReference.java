package dev.cupel.image.reference;

/// Text that names no image; the message quotes it and says how to write it.
public final class MalformedReference extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedReference(String message) {
        super(message);
    }
}
