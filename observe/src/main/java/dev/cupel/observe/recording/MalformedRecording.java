package dev.cupel.observe.recording;

/// A recording holds a line that is no event of a known tool, or is beyond a limit.
public final class MalformedRecording extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param line counted from 1
    MalformedRecording(long line, String what) {
        super("line " + line + ": " + what);
    }
}
