package dev.cupel.inspect.diff;

/// An archive that is damaged, hostile or not what its name says.
final class UnreadableArchive extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableArchive(String message, Exception cause) {
        super(message, cause);
    }

    UnreadableArchive(String message) {
        super(message);
    }
}
