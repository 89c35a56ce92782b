package dev.cupel.linux.seccomp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// The supervisor's end of one filter. Closing it while programs run makes their waiting calls fail with ENOSYS.
public final class Listener implements AutoCloseable {
    private static final long RECEIVE = 0xc0502100L; // SECCOMP_IOCTL_NOTIF_RECV, linux/seccomp.h
    private static final long SEND = 0xc0182101L;
    private static final long SET_FLAGS = 0x40082104L; // since 6.6
    private static final long SYNC_WAKE_UP = 1;
    private static final int CONTINUE = 1; // SECCOMP_USER_NOTIF_FLAG_CONTINUE, since 5.5
    private static final int NOTIFICATION_BYTES = 80;
    private static final int RESPONSE_BYTES = 24;
    private static final Set<Integer> GONE = Set.of(Errno.ENOENT, Errno.EINTR, Errno.EAGAIN);

    private final Descriptor descriptor;

    Listener(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Lets the kernel run us and the waiting program on one processor in turns, which is several times quicker. Answers whether
    /// this kernel can.
    public boolean wakeTogether() throws IOException {
        try {
            Call.IOCTL.invoke(descriptor.number(), SET_FLAGS, SYNC_WAKE_UP);
            return true;
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EINVAL) {
                return false;
            }
            throw e;
        }
    }

    /// The next call that waits; empty when it was interrupted before we could look. Blocks where none waits: see [Readiness].
    public Optional<Notification> receive() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment notification = arena.allocate(NOTIFICATION_BYTES, 8); // zeroed, as the kernel demands
            Call.IOCTL.invoke(descriptor.number(), RECEIVE, notification.address());
            List<Long> arguments =
                    LongStream.range(0, 6).mapToObj(i -> notification.get(JAVA_LONG, 32 + 8 * i)).toList();
            return Optional.of(new Notification(
                    notification.get(JAVA_LONG, 0),
                    notification.get(JAVA_INT, 8),
                    notification.get(JAVA_INT, 16),
                    notification.get(JAVA_INT, 20),
                    arguments));
        } catch (ErrnoException e) {
            if (GONE.contains(e.errno())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Lets the call go on; answers false where it was interrupted meanwhile, so that what we read may be another's.
    public boolean resume(Notification notification) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment response = arena.allocate(RESPONSE_BYTES, 8);
            response.set(JAVA_LONG, 0, notification.id());
            response.set(JAVA_INT, 20, CONTINUE);
            Call.IOCTL.invoke(descriptor.number(), SEND, response.address());
            return true;
        } catch (ErrnoException e) {
            if (GONE.contains(e.errno())) {
                return false;
            }
            throw e;
        }
    }

    int number() {
        return descriptor.number();
    }

    @Override
    public void close() throws IOException {
        descriptor.close();
    }
}
