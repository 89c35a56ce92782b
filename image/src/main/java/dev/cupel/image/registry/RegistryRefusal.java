package dev.cupel.image.registry;

import dev.cupel.image.Quoted;
import java.io.IOException;

/// The registry understood and said no. Its own words are part of the message.
public final class RegistryRefusal extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    RegistryRefusal(String action, int status, String words) {
        super("Cannot " + action + ": the registry answered " + status + (words.isEmpty() ? "" : ", " + Quoted.of(words)) + ".");
        this.status = status;
    }

    /// Whether what was asked for does not exist, or is hidden from this account.
    public boolean isMissing() {
        return status == 404;
    }

    /// Whether the account may not do this, or none was given.
    public boolean isDenied() {
        return status == 401 || status == 403;
    }

    int status() {
        return status;
    }
}
