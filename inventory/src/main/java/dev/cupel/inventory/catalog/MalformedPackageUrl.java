package dev.cupel.inventory.catalog;

/// A text that is no package URL.
public final class MalformedPackageUrl extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPackageUrl(String message) {
        super(message);
    }
}
