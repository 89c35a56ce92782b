package dev.cupel.linux.fanotify;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.Poll;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/// Holds back whoever starts a program of one file system, between the call and the program's first instruction. [#close] takes
/// the gate away and lets all of them go on; so does the kernel when this program dies. Those that wait can be killed.
/// Constants: linux/fanotify.h; needs CAP_SYS_ADMIN and CONFIG_FANOTIFY_ACCESS_PERMISSIONS.
public final class ExecGate implements AutoCloseable {
    private static final int CLOSE_ON_EXEC = 0x1;
    private static final int NON_BLOCKING = 0x2;
    private static final int CLASS_CONTENT = 0x4; // asked for permission, after the file is there
    private static final long EVENT_FILES = 0_100000L | 0_2000000L | 0_1000000L; // O_LARGEFILE, O_CLOEXEC, O_NOATIME
    private static final int MARK_ADD = 0x1;
    private static final int MARK_FILE_SYSTEM = 0x100; // since 4.20
    private static final long OPEN_EXEC_PERMISSION = 0x40000; // since 5.0
    private static final int AT_FDCWD = -100;
    private static final int EVENT_BYTES = 24; // struct fanotify_event_metadata
    private static final int AT_FILE = 16;
    private static final int AT_PROCESS = 20;

    private final Descriptor group;

    private ExecGate(Descriptor group) {
        this.group = group;
    }

    /// Puts a gate before every program of the file system that this path lies in.
    public static ExecGate before(Path anywhere) throws IOException {
        Descriptor group = new Descriptor(Call.FANOTIFY_INIT.invoke(CLOSE_ON_EXEC | NON_BLOCKING | CLASS_CONTENT, EVENT_FILES));
        try (Arena arena = Arena.ofConfined()) {
            long name = CString.of(arena, anywhere.toString());
            Call.FANOTIFY_MARK.invoke(group.number(), MARK_ADD | MARK_FILE_SYSTEM, OPEN_EXEC_PERMISSION, AT_FDCWD, name);
            return new ExecGate(group);
        } catch (ErrnoException e) {
            group.close();
            throw e;
        }
    }

    /// The next process that is held, which stays so; empty where none came within the time.
    public OptionalInt await(Duration timeout) throws IOException {
        return Poll.await(group, Poll.READABLE, timeout) ? next() : OptionalInt.empty();
    }

    private OptionalInt next() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(EVENT_BYTES, 8);
            if (Call.READ.invoke(group.number(), event.address(), EVENT_BYTES) < EVENT_BYTES) {
                return OptionalInt.empty();
            }
            new Descriptor(event.get(JAVA_INT_UNALIGNED, AT_FILE)).close(); // the answer is the end of the gate
            return OptionalInt.of(event.get(JAVA_INT_UNALIGNED, AT_PROCESS));
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EAGAIN || e.errno() == Errno.EINTR) {
                return OptionalInt.empty(); // whoever was held has been killed meanwhile
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        group.close();
    }
}
