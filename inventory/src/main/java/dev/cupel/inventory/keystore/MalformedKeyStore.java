package dev.cupel.inventory.keystore;

/// Bytes that are no store of certificates, or one that does not open.
public final class MalformedKeyStore extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedKeyStore(String message) {
        super(message);
    }
}
