package dev.cupel.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/// Waiting for one descriptor (ppoll(2)). Blocks the calling thread in the kernel. Constants: asm-generic/poll.h.
public final class Poll {
    public static final int READABLE = 0x1; // POLLIN
    public static final int URGENT = 0x2; // POLLPRI

    private Poll() {}

    /// Waits until one of the events is there, at most so long; false where none is.
    public static boolean await(Descriptor descriptor, int events, Duration timeout) throws ErrnoException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8, 4); // struct pollfd: int fd, short events, short revents
            entry.set(JAVA_INT, 0, descriptor.number());
            entry.set(JAVA_SHORT, 4, (short) events);
            MemorySegment left = arena.allocate(JAVA_LONG, 2); // struct timespec
            while (true) {
                long nanos = Math.max(0, deadline - System.nanoTime());
                left.setAtIndex(JAVA_LONG, 0, nanos / 1_000_000_000);
                left.setAtIndex(JAVA_LONG, 1, nanos % 1_000_000_000);
                try {
                    return Call.PPOLL.invoke(entry.address(), 1, left.address(), 0, 0) > 0;
                } catch (ErrnoException e) {
                    if (e.errno() != Errno.EINTR) {
                        throw e;
                    }
                }
            }
        }
    }
}
