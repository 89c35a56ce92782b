package dev.cupel.linux.process;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.cupel.linux.Call;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/// Makes this program the parent of orphans below it. A runtime starts a container's first process and leaves; only the parent
/// is told how a process ended.
public final class Subreaper {
    private static final long SET_CHILD_SUBREAPER = 36; // PR_SET_CHILD_SUBREAPER, linux/prctl.h, since 3.4
    private static final long ANY_CHILD_TYPE = 0x40000000; // __WALL, linux/wait.h
    private static final long DO_NOT_WAIT = 1; // WNOHANG

    private Subreaper() {}

    /// From now on orphans become children of this program. Said once or often, for the whole life of the program.
    public static void become() throws IOException {
        Call.PRCTL.invoke(SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    }

    /// Waits for the end of a child and returns it as a shell tells it (128 + N for signal N). Empty where it is not, or no
    /// longer, a child of this program. Blocks the calling thread in the kernel.
    public static OptionalInt await(int pid) throws IOException {
        return reap(pid, ANY_CHILD_TYPE) instanceof Reaped(int code) ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /// Reaps a child that has ended; true where it is a child that still runs. A process that joined a container's process
    /// numbers and is reaped by nobody keeps the container's first process from ever ending.
    public static boolean isRunningChild(int pid) throws IOException {
        return reap(pid, ANY_CHILD_TYPE | DO_NOT_WAIT) instanceof Running;
    }

    private sealed interface Child {}

    private record Reaped(int code) implements Child {}

    private record Running() implements Child {}

    private record NoChild() implements Child {}

    private static Child reap(int pid, long options) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(JAVA_INT);
            while (true) {
                try {
                    long reaped = Call.WAIT4.invoke(pid, status.address(), options, 0);
                    return reaped == 0 ? new Running() : new Reaped(ExitStatus.asShellTells(status.get(JAVA_INT, 0)));
                } catch (ErrnoException e) {
                    if (e.errno() == Errno.ECHILD) {
                        return new NoChild();
                    }
                    if (e.errno() != Errno.EINTR) {
                        throw e;
                    }
                }
            }
        }
    }
}
