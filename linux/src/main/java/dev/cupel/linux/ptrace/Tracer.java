package dev.cupel.linux.ptrace;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.Call;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.process.ExitStatus;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// Traces processes and all that they make. The kernel takes requests from the thread that seized a process and from no other, so
/// a tracer belongs to the platform thread that made it; others get a [WrongThreadException]. When that thread ends, whoever is
/// still traced is killed: without a tracer their calls would fail.
public final class Tracer implements AutoCloseable {
    private static final long CONTINUE = 7; // linux/ptrace.h
    private static final long TO_NEXT_CALL = 24; // PTRACE_SYSCALL
    private static final long SEIZE = 0x4206; // since 3.4
    private static final long GET_EVENT_MESSAGE = 0x4201;
    private static final long LISTEN = 0x4208;
    private static final long GET_CALL = 0x420e; // PTRACE_GET_SYSCALL_INFO, since 5.3
    private static final long OPTIONS = 0x1 | 0x2 | 0x4 | 0x8 | 0x10 | 0x80 | 0x100000; // SYSGOOD, FORK, VFORK, CLONE, EXEC, SECCOMP, EXITKILL
    private static final long ANY_TYPE = 0x40000000; // __WALL, linux/wait.h
    private static final long OF_THIS_THREAD = 0x20000000; // __WNOTHREAD
    private static final int CALL_BYTES = 88; // struct ptrace_syscall_info
    private static final int CALL_ENTRY = 1;
    private static final int CALL_EXIT = 2;
    private static final int CALL_FILTERED = 3;
    private static final int SIGTRAP = 5;
    private static final int CALL_STOP = SIGTRAP | 0x80;
    private static final Set<Integer> HALTING = Set.of(19, 20, 21, 22); // SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment status = arena.allocate(JAVA_INT);
    private final MemorySegment message = arena.allocate(JAVA_LONG);
    private final MemorySegment call = arena.allocate(CALL_BYTES, 8);

    /// Traces a process that has one thread, without stopping it.
    public void seize(int pid) throws IOException {
        Call.PTRACE.invoke(SEIZE, pid, 0, OPTIONS);
    }

    /// Waits until a thread stops or ends; empty when none is left.
    public Optional<Stop> await() throws IOException {
        while (true) {
            try {
                int thread = (int) Call.WAIT4.invoke(-1, status.address(), ANY_TYPE | OF_THIS_THREAD, 0);
                return Optional.of(stop(thread, status.get(JAVA_INT, 0)));
            } catch (ErrnoException e) {
                if (e.errno() == Errno.ECHILD) {
                    return Optional.empty();
                }
                if (e.errno() != Errno.EINTR) {
                    throw e;
                }
            }
        }
    }

    /// Lets the thread go on; a signal that came for it is handed on.
    ///
    /// @param toNextCall whether it stops at the next entry or end of a system call, filtered or not
    public void resume(Stop stop, boolean toNextCall) throws IOException {
        long how = toNextCall ? TO_NEXT_CALL : CONTINUE;
        switch (stop) {
            case Stop.Ended _ -> {}
            case Stop.Halted(int thread) -> request(LISTEN, thread, 0, 0);
            case Stop.Signalled(int thread, int signal) -> request(how, thread, 0, signal);
            default -> request(how, stop.thread(), 0, 0);
        }
    }

    @Override
    public void close() {
        arena.close();
    }

    private Stop stop(int thread, int word) throws IOException {
        if (!ExitStatus.isStop(word)) {
            return new Stop.Ended(thread, ExitStatus.asShellTells(word));
        }
        int signal = (word >> 8) & 0xff;
        return switch (word >> 16) {
            case 0 -> signal == CALL_STOP ? atCall(thread) : new Stop.Signalled(thread, signal);
            case 1, 2, 3 -> new Stop.Forked(thread, (int) message(thread)); // PTRACE_EVENT_FORK, VFORK, CLONE
            case 4 -> new Stop.Started(thread, (int) message(thread)); // EXEC
            case 7 -> atCall(thread); // SECCOMP
            case 128 -> HALTING.contains(signal) ? new Stop.Halted(thread) : new Stop.Paused(thread); // STOP
            default -> new Stop.Paused(thread);
        };
    }

    private Stop atCall(int thread) throws IOException {
        call.set(JAVA_BYTE, 0, (byte) 0);
        request(GET_CALL, thread, CALL_BYTES, call.address());
        return switch (call.get(JAVA_BYTE, 0)) {
            case CALL_ENTRY, CALL_FILTERED -> entering(thread);
            case CALL_EXIT -> new Stop.Leaving(thread, call.get(JAVA_LONG, 24));
            default -> new Stop.Paused(thread); // killed meanwhile
        };
    }

    private Stop entering(int thread) {
        List<Long> arguments = LongStream.range(0, 6).mapToObj(i -> call.get(JAVA_LONG, 32 + 8 * i)).toList();
        return new Stop.Entering(thread, (int) call.get(JAVA_LONG, 24), call.get(JAVA_INT, 4), arguments);
    }

    private long message(int thread) throws IOException {
        message.set(JAVA_LONG, 0, 0);
        request(GET_EVENT_MESSAGE, thread, 0, message.address());
        return message.get(JAVA_LONG, 0);
    }

    /// A thread may be killed while it is stopped; its end is told next.
    private static void request(long what, int thread, long address, long data) throws IOException {
        try {
            Call.PTRACE.invoke(what, thread, address, data);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ESRCH) {
                throw e;
            }
        }
    }
}
