package dev.cupel.observe.run;

import java.io.IOException;

/// An OCI runtime that did not do what it was asked; the message is its own.
final class RuntimeRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    RuntimeRefusal(String message) {
        super(message);
    }
}
