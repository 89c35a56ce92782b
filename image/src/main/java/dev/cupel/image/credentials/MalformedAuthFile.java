package dev.cupel.image.credentials;

/// A configuration file that cannot be read. The message never quotes it: it holds secrets.
public final class MalformedAuthFile extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedAuthFile(String message) {
        super(message);
    }
}
