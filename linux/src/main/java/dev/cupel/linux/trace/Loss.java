package dev.cupel.linux.trace;

/// Ways in which something can go unreported; the programs count each.
public enum Loss {
    /// The ring buffer was full.
    DROPPED(0, "reports did not fit in the ring buffer"),
    /// A path could not be read from the program's memory.
    UNREADABLE(1, "paths could not be read"),
    /// A 32-bit program made a call; their numbers mean other calls.
    COMPAT(2, "system calls of 32-bit programs were not followed"),
    /// More processes at once than the table holds.
    PROCESSES(3, "processes did not fit in the table"),
    /// The directory that a path is relative to lies too deep, or was gone before it could be read.
    BASE(4, "relative paths lost the directory they start from");

    /// Its index in the array of counts.
    final int index;
    private final String words;

    Loss(int index, String words) {
        this.index = index;
        this.words = words;
    }

    /// In words that follow a count.
    public String words() {
        return words;
    }
}
