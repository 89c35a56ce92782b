package dev.cupel.image.compact;

/// Bytes that are not what was written, or what another version wrote. All that is kept so can be made again: whoever meets this does.
public final class DamagedRecord extends Exception {
    private static final long serialVersionUID = 1L;

    public DamagedRecord(String message) {
        super(message);
    }

    public DamagedRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
