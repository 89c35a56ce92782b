package dev.cupel.linux.seccomp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cupel.linux.Call;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Which of a socket and its listeners have something to say.
///
/// @param connection whether a runtime wants to connect
/// @param waiting listeners with calls that wait
/// @param ended listeners whose last program has ended
public record Readiness(boolean connection, List<Listener> waiting, List<Listener> ended) {
    private static final int POLLIN = 0x1; // asm-generic/poll.h
    private static final int POLLHUP = 0x10;
    private static final int ENTRY_BYTES = 8; // struct pollfd: int fd, short events, short revents

    public Readiness {
        waiting = List.copyOf(waiting);
        ended = List.copyOf(ended);
    }

    /// Waits until one of them has, at most so long.
    public static Readiness await(ListenerSocket socket, List<Listener> listeners, Duration timeout) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate((listeners.size() + 1L) * ENTRY_BYTES, 8);
            entry(entries, 0, socket.number());
            for (int i = 0; i < listeners.size(); i++) {
                entry(entries, i + 1, listeners.get(i).number());
            }
            MemorySegment time = arena.allocate(JAVA_LONG, 2);
            time.setAtIndex(JAVA_LONG, 0, timeout.toSeconds());
            time.setAtIndex(JAVA_LONG, 1, timeout.toNanosPart());
            Call.PPOLL.invoke(entries.address(), listeners.size() + 1L, time.address(), 0, 0);
            return of(entries, listeners);
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EINTR) {
                return new Readiness(false, List.of(), List.of());
            }
            throw e;
        }
    }

    private static Readiness of(MemorySegment entries, List<Listener> listeners) {
        List<Listener> waiting = new ArrayList<>();
        List<Listener> ended = new ArrayList<>();
        for (int i = 0; i < listeners.size(); i++) {
            int events = result(entries, i + 1);
            if ((events & POLLIN) != 0) {
                waiting.add(listeners.get(i));
            } else if ((events & POLLHUP) != 0) {
                ended.add(listeners.get(i));
            }
        }
        return new Readiness((result(entries, 0) & POLLIN) != 0, waiting, ended);
    }

    private static void entry(MemorySegment entries, long index, int descriptor) {
        entries.set(JAVA_INT, index * ENTRY_BYTES, descriptor);
        entries.set(JAVA_SHORT, index * ENTRY_BYTES + 4, (short) POLLIN);
    }

    private static int result(MemorySegment entries, long index) {
        return entries.get(JAVA_SHORT, index * ENTRY_BYTES + 6);
    }
}
