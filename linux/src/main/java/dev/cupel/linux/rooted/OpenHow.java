package dev.cupel.linux.rooted;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;

/// How a path is opened (`struct open_how`, linux/openat2.h, since Linux 5.6).
record OpenHow(long flags, long mode) {
    static final long WRITE_ONLY = 01; // asm-generic/fcntl.h, as all below unless said otherwise
    static final long CREATE = 0100;
    static final long EXCLUSIVE = 0200;
    static final long NON_BLOCKING = 04000;
    static final long CLOSE_ON_EXEC = 02000000;
    static final long PATH_ONLY = 010000000;
    private static final boolean ARM64 = System.getProperty("os.arch", "").equals("aarch64");
    /// Two flags whose numbers differ on arm64 (arch/arm64/include/uapi/asm/fcntl.h).
    static final long DIRECTORY = ARM64 ? 040000 : 0200000;
    static final long NO_FOLLOW = ARM64 ? 0100000 : 0400000;

    private static final long RESOLVE_NO_MAGIC_LINKS = 0x02;
    private static final long RESOLVE_IN_ROOT = 0x10;
    private static final int TRIES = 32;

    private static final StructLayout LAYOUT = MemoryLayout.structLayout(
            JAVA_LONG.withName("flags"), JAVA_LONG.withName("mode"), JAVA_LONG.withName("resolve"));
    private static final VarHandle FLAGS = LAYOUT.varHandle(groupElement("flags"));
    private static final VarHandle MODE = LAYOUT.varHandle(groupElement("mode"));
    private static final VarHandle RESOLVE = LAYOUT.varHandle(groupElement("resolve"));

    /// Opens `path` with `root` as its `/`.
    Descriptor open(int root, byte[] path) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocate(LAYOUT);
            FLAGS.set(how, 0L, flags | CLOSE_ON_EXEC);
            MODE.set(how, 0L, mode);
            RESOLVE.set(how, 0L, RESOLVE_IN_ROOT | RESOLVE_NO_MAGIC_LINKS);
            return open(root, CString.of(arena, path), how.address());
        }
    }

    /// A rename anywhere on the system at the wrong moment makes the kernel give up with EAGAIN (openat2(2)).
    private static Descriptor open(int root, long path, long how) throws ErrnoException {
        for (int tries = 1; ; tries++) {
            try {
                return new Descriptor(Call.OPENAT2.invoke(root, path, how, LAYOUT.byteSize()));
            } catch (ErrnoException e) {
                if (e.errno() != Errno.EAGAIN || tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
