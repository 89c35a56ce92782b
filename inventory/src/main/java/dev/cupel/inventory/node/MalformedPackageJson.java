package dev.cupel.inventory.node;

/// A `package.json` that is no JSON, or one beyond what is looked at.
public final class MalformedPackageJson extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPackageJson(String message) {
        super(message);
    }

    MalformedPackageJson(String message, Throwable cause) {
        super(message, cause);
    }
}
