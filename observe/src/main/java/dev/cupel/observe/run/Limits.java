package dev.cupel.observe.run;

/// What a container may use up at most.
///
/// @param memoryBytes of memory and swap together; 0 for as much as there is
/// @param processes and threads at one time
/// @param scratchBytes that it may write to its root and volumes; 0 for as much as there is
/// @param openFiles of one process
public record Limits(long memoryBytes, int processes, long scratchBytes, int openFiles) {
    public Limits {
        if (memoryBytes < 0 || processes < 1 || scratchBytes < 0 || openFiles < 1) {
            throw new IllegalArgumentException(
                    "no limits: memory %d, processes %d, scratch %d, files %d".formatted(memoryBytes, processes, scratchBytes, openFiles));
        }
    }

    /// Enough for real servers, too little for a fork bomb or a runaway log: 4096 processes, 16 GiB written, 65,536 files.
    public static Limits standard() {
        return new Limits(0, 4096, 16L << 30, 65_536);
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(bytes, processes, scratchBytes, openFiles);
    }

    public Limits withProcesses(int count) {
        return new Limits(memoryBytes, count, scratchBytes, openFiles);
    }

    public Limits withScratchBytes(long bytes) {
        return new Limits(memoryBytes, processes, bytes, openFiles);
    }
}
