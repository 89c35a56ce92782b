package dev.cupel.inventory.packages;

/// A package database that cannot be read: beyond a limit, or not in its format.
public final class MalformedPackageDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPackageDatabase(String message) {
        super(message);
    }
}
