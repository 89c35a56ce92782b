package dev.cupel.observe.run;

/// A user or group that is neither a number nor a name that the image knows.
final class UnknownUser extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownUser(String message) {
        super(message);
    }
}
