package dev.cupel.inventory.java;

/// An archive that is none, or one beyond what is looked at.
public final class MalformedJar extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJar(String message) {
        super(message);
    }

    MalformedJar(String message, Throwable cause) {
        super(message, cause);
    }
}
