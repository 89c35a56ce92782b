package dev.cupel.inventory.packages.rpm;

/// A database that is not in any of rpm's formats, or broken in it.
public final class MalformedRpm extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRpm(String message) {
        super(message);
    }
}
