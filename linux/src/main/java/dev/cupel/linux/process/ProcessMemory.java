package dev.cupel.linux.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.Call;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.KernelText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/// Another process's memory (process_vm_readv(2)). Read it only while the process is held, or what is there may change.
///
/// @param thread any thread of the process
public record ProcessMemory(int thread) {
    private static final int PAGE = 4096; // reads never cross this, so that one stops where the memory stops on any page size
    private static final int LONGEST_PATH = 4096;
    private static final Set<Integer> UNREADABLE = Set.of(Errno.ESRCH, Errno.EPERM, 14 /* EFAULT */);

    /// The text up to the NUL; empty where the process is gone or the memory is not its own.
    public Optional<String> text(long address) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        long at = address;
        while (text.size() < LONGEST_PATH) {
            int size = (int) Math.min(PAGE - (at & (PAGE - 1)), LONGEST_PATH - text.size());
            byte[] part = bytes(at, size);
            if (part.length == 0) {
                return Optional.empty();
            }
            int end = 0;
            while (end < part.length && part[end] != 0) {
                end++;
            }
            text.write(part, 0, end);
            if (end < part.length) {
                return Optional.of(KernelText.read(ByteBuffer.wrap(text.toByteArray())));
            }
            at += part.length;
        }
        return Optional.empty(); // the kernel takes no longer path either
    }

    /// As many bytes as can be read from there, at most `size`; none where the process is gone.
    public byte[] bytes(long address, int size) throws IOException {
        if (address == 0 || size <= 0) {
            return new byte[0];
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocate(size);
            MemorySegment parts = arena.allocate(JAVA_LONG, 4); // struct iovec, ours and theirs
            parts.setAtIndex(JAVA_LONG, 0, copy.address());
            parts.setAtIndex(JAVA_LONG, 1, size);
            parts.setAtIndex(JAVA_LONG, 2, address);
            parts.setAtIndex(JAVA_LONG, 3, size);
            long theirs = parts.address() + 16;
            int read = (int) Call.PROCESS_VM_READV.invoke(thread, parts.address(), 1, theirs, 1, 0);
            return copy.asSlice(0, read).toArray(JAVA_BYTE);
        } catch (ErrnoException e) {
            if (UNREADABLE.contains(e.errno())) {
                return new byte[0];
            }
            throw e;
        }
    }
}
