package dev.cupel.image.registry.http;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/// The network broke, or went silent: the same request may well succeed when it is sent again.
public final class BrokenTransfer extends IOException {
    private static final long serialVersionUID = 1L;

    public BrokenTransfer(String message) {
        super(message);
    }

    public BrokenTransfer(String message, Throwable cause) {
        super(message, cause);
    }

    /// Whether sending it again may help: a host name that nobody knows stays unknown.
    public boolean mayPass() {
        for (Throwable at = getCause(); at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
                return false;
            }
        }
        return true;
    }
}
