package dev.cupel.inventory.shell;

/// A script beyond what is looked at: too long or nested too deep. A script that the shell itself would refuse is none; it is
/// read as far as it makes sense.
public final class MalformedShell extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedShell(String message) {
        super(message);
    }
}
