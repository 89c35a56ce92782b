package dev.cupel.linux.bpf;

import dev.cupel.linux.ErrnoException;
import java.io.IOException;

/// The verifier said no to a program, and why.
public final class ProgramRefused extends IOException {
    private static final long serialVersionUID = 1L;
    private final int errno;

    ProgramRefused(String program, ErrnoException cause, String log) {
        super("program " + program + ": " + cause.getMessage() + (log.isEmpty() ? "" : "\n" + log), cause);
        this.errno = cause.errno();
    }

    /// EPERM for a missing capability; EINVAL, EACCES or E2BIG when the program itself is at fault.
    public int errno() {
        return errno;
    }
}
