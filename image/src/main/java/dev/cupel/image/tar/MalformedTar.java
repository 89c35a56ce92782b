package dev.cupel.image.tar;

/// An archive that is cut off, damaged, hostile or beyond its limits; the message says what and at which byte or entry.
public final class MalformedTar extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedTar(String message) {
        super(message);
    }

    MalformedTar(String message, Throwable cause) {
        super(message, cause);
    }
}
