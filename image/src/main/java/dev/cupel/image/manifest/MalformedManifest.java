package dev.cupel.image.manifest;

/// A manifest, index or configuration that is no image's: broken JSON, a field that lies, or another kind of object. The
/// message is one sentence that says which.
public final class MalformedManifest extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedManifest(String message) {
        super(message);
    }

    MalformedManifest(String message, Throwable cause) {
        super(message, cause);
    }
}
