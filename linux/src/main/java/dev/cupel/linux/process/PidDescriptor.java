package dev.cupel.linux.process;

import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.Poll;
import java.io.IOException;
import java.time.Duration;

/// A hold on one process (pidfd_open(2), since 5.3): signals sent through it never reach another one that was given its number.
public final class PidDescriptor implements AutoCloseable {
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

    /// Sends a signal to the process that has this number now; false where none has.
    public static boolean send(int pid, Signal signal) throws IOException {
        try (PidDescriptor process = open(pid)) {
            return process.send(signal);
        } catch (ErrnoException e) {
            if (e.errno() == Errno.ESRCH) {
                return false;
            }
            throw e;
        }
    }

    /// Waits until the process has ended, at most so long; false where it still runs. Blocks the calling thread in the kernel.
    public boolean awaitEnd(Duration timeout) throws IOException {
        return Poll.await(descriptor, Poll.READABLE, timeout);
    }

    @Override
    public void close() throws IOException {
        descriptor.close();
    }
}
