package dev.cupel.observe.recording;

/// What came of a call, as far as it tells whether a file is there.
final class Outcome {
    private static final long ENOENT = 2;
    private static final long ENOTDIR = 20;

    private Outcome() {}

    /// @param result of a system call: negative is an error number
    static boolean found(long result) {
        return result != -ENOENT && result != -ENOTDIR;
    }

    /// @param error its name; empty or another word for none
    static boolean found(String error) {
        return !error.equals("ENOENT") && !error.equals("ENOTDIR");
    }
}
