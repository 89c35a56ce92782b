package dev.cupel.linux.mount;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.Poll;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.Duration;

/// Tells when something is mounted or unmounted in this process's mount namespace (proc_pid_mountinfo(5): the file becomes
/// urgent to read). What happens after the opening and before the waiting is told too.
public final class MountChanges implements AutoCloseable {
    private static final long HERE = -100; // AT_FDCWD
    private static final long CLOSE_ON_EXEC = 02000000;

    private final Descriptor table;

    private MountChanges(Descriptor table) {
        this.table = table;
    }

    /// From now on nothing is missed.
    public static MountChanges open() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return new MountChanges(
                    new Descriptor(Call.OPENAT.invoke(HERE, CString.of(arena, "/proc/self/mountinfo"), CLOSE_ON_EXEC)));
        }
    }

    /// Waits for the next change, at most so long; false where there was none.
    public boolean await(Duration timeout) throws IOException {
        return Poll.await(table, Poll.URGENT, timeout);
    }

    @Override
    public void close() throws ErrnoException {
        table.close();
    }
}
