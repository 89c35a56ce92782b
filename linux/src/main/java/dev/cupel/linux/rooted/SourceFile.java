package dev.cupel.linux.rooted;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Set;

/// A file open for reading, parts of which become other files. Safe for use by several threads.
public final class SourceFile implements AutoCloseable {
    private static final long HERE = -100; // AT_FDCWD
    private static final int CHUNK = 128 * 1024;
    private static final int EXDEV = 18; // asm-generic/errno-base.h
    /// The kernel or one of the two file systems cannot copy by itself.
    private static final Set<Integer> BY_HAND = Set.of(Errno.EINVAL, Errno.ENOSYS, Errno.EOPNOTSUPP, Errno.EPERM, EXDEV);

    private final Descriptor file;

    private SourceFile(Descriptor file) {
        this.file = file;
    }

    public static SourceFile open(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return new SourceFile(
                    new Descriptor(Call.OPENAT.invoke(HERE, CString.of(arena, path.toString()), OpenHow.CLOSE_ON_EXEC)));
        }
    }

    /// Appends a part of this file to another; a part beyond the end is an [EOFException].
    void copy(long offset, long length, int target) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment at = arena.allocate(JAVA_LONG);
            at.set(JAVA_LONG, 0, offset);
            long left = length;
            while (left > 0) {
                long copied = Call.COPY_FILE_RANGE.invoke(file.number(), at.address(), target, 0, left, 0);
                left -= ended(copied, offset + length);
            }
        } catch (ErrnoException e) {
            if (!BY_HAND.contains(e.errno())) {
                throw e;
            }
            copyByHand(offset, length, target);
        }
    }

    private void copyByHand(long offset, long length, int target) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            long buffer = arena.allocate(CHUNK).address();
            long done = 0;
            while (done < length) {
                long wanted = Math.min(CHUNK, length - done);
                long read = ended(Call.PREAD64.invoke(file.number(), buffer, wanted, offset + done), offset + length);
                long written = Call.PWRITE64.invoke(target, buffer, read, done);
                done += written;
            }
        }
    }

    private static long ended(long bytes, long end) throws EOFException {
        if (bytes == 0) {
            throw new EOFException("a file that should have " + end + " bytes is shorter");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
