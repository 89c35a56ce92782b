package dev.cupel.observe.sensor;

/// One container's life, in which scenes are played.
enum Play {
    /// All that leave one another alone.
    ALL("all"),
    /// What goes through io_uring.
    RINGS("rings"),
    /// Long paths.
    DEEP("deep"),
    /// More files at once than a small queue holds.
    BUSY("busy"),
    /// A 32-bit program.
    NARROW("narrow"),
    /// The container only lives, and a command joins it.
    LIVES("lives");

    private final String act;

    Play(String act) {
        this.act = act;
    }

    /// The argument of `act`.
    String act() {
        return act;
    }
}
