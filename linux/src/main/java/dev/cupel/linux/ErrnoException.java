package dev.cupel.linux;

import java.io.IOException;

/// A system call that the kernel refused: which one, and why.
public final class ErrnoException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String call;
    private final int errno;

    public ErrnoException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
        this.call = call;
        this.errno = errno;
    }

    public String call() {
        return call;
    }

    /// The number from `asm-generic/errno.h`; see [Errno].
    public int errno() {
        return errno;
    }
}
