package dev.cupel.observe.recording;

/// How much of a recording is read; what is beyond is a [MalformedRecording].
///
/// @param lineBytes of one line
/// @param lines of one recording
/// @param accesses different ones, for these are held in memory
/// @param depth of lists and objects in each other
public record RecordingLimits(int lineBytes, long lines, int accesses, int depth) {
    /// Room for days of a busy node: Tetragon's events are the largest, and stay below 100 kB.
    public static final RecordingLimits USUAL = new RecordingLimits(4 << 20, 500_000_000, 2_000_000, 64);
}
