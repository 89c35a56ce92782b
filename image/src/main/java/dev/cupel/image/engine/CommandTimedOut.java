package dev.cupel.image.engine;

import java.io.IOException;

/// A command in a container took longer than it was given. It still runs: the engine has no call that ends it, so the caller ends
/// [#pid] where the engine's processes are its own, or the container.
public final class CommandTimedOut extends IOException {
    private static final long serialVersionUID = 1L;
    private final int pid;
    private final transient ContainerOutput written;

    CommandTimedOut(int pid, ContainerOutput written) {
        super("a command in a container did not end in time");
        this.pid = pid;
        this.written = written;
    }

    /// The process on the engine's host; 0 where it has just ended.
    public int pid() {
        return pid;
    }

    /// What it wrote until then.
    public ContainerOutput written() {
        return written;
    }
}
