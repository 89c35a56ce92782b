package dev.cupel.linux.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/// A hold on one process (pidfd_open(2), since 5.3): signals sent through it never reach another one that was given its number.
public final class PidDescriptor implements AutoCloseable {
    private static final short READABLE = 1; // POLLIN, asm-generic/poll.h

    private final Descriptor descriptor;

    private PidDescriptor(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    public static PidDescriptor open(int pid) throws IOException {
        return new PidDescriptor(new Descriptor(Call.PIDFD_OPEN.invoke(pid, 0)));
    }

    /// Sends a signal; false where the process has ended already.
    public boolean send(Signal signal) throws IOException {
        try {
            Call.PIDFD_SEND_SIGNAL.invoke(descriptor.number(), signal.number(), 0, 0);
            return true;
        } catch (ErrnoException e) {
            if (e.errno() == Errno.ESRCH) {
                return false;
            }
            throw e;
        }
    }

    /// Waits until the process has ended, at most so long; false where it still runs. Blocks the calling thread in the kernel.
    public boolean awaitEnd(Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(8, 4); // struct pollfd: int fd, short events, short revents
            poll.set(JAVA_INT, 0, descriptor.number());
            poll.set(JAVA_SHORT, 4, READABLE);
            MemorySegment left = arena.allocate(JAVA_LONG, 2); // struct timespec
            while (true) {
                long nanos = Math.max(0, deadline - System.nanoTime());
                left.setAtIndex(JAVA_LONG, 0, nanos / 1_000_000_000);
                left.setAtIndex(JAVA_LONG, 1, nanos % 1_000_000_000);
                try {
                    return Call.PPOLL.invoke(poll.address(), 1, left.address(), 0, 0) > 0;
                } catch (ErrnoException e) {
                    if (e.errno() != Errno.EINTR) {
                        throw e;
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        descriptor.close();
    }
}
