package dev.cupel.linux;

import java.util.concurrent.atomic.AtomicBoolean;

/// An open file descriptor that closes once.
public final class Descriptor implements AutoCloseable {
    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    public Descriptor(long number) {
        this.number = Math.toIntExact(number);
    }

    public int number() {
        if (closed.get()) {
            throw new IllegalStateException("descriptor " + number + " is closed; its number may be another file's by now");
        }
        return number;
    }

    /// A path that leads to the open file itself, whatever its name is now (proc(5), `/proc/PID/fd`).
    public String path() {
        return "/proc/self/fd/" + number();
    }

    @Override
    public void close() throws ErrnoException {
        if (closed.compareAndSet(false, true)) {
            Call.CLOSE.invoke(number);
        }
    }
}
