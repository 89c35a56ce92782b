package dev.cupel.image.registry;

import java.io.IOException;

/// An answer that breaks the protocol: sending the request again does not help.
public final class MalformedAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message) {
        super(message);
    }

    MalformedAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
