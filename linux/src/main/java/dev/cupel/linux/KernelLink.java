package dev.cupel.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/// Links of `/proc`, which lead to the files of other processes. Read here and not by `java.nio.file`, which loses the bytes of a
/// name that the platform's character set does not have.
public final class KernelLink {
    private static final int AT_FDCWD = -100;
    private static final int LONGEST = 4097;
    private static final Set<Integer> GONE = Set.of(Errno.ENOENT, Errno.ESRCH, Errno.EACCES, Errno.EPERM);

    private KernelLink() {}

    /// Where the link leads; empty where the process has ended, or hides it. A path of more than 4096 bytes is an
    /// [ErrnoException] with ENAMETOOLONG.
    public static Optional<String> read(String link) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(LONGEST);
            int length = (int) Call.READLINKAT.invoke(AT_FDCWD, CString.of(arena, link), target.address(), LONGEST);
            return Optional.of(KernelText.read(ByteBuffer.wrap(target.asSlice(0, length).toArray(JAVA_BYTE))));
        } catch (ErrnoException e) {
            if (GONE.contains(e.errno())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
