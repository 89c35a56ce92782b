package dev.cupel.linux.rooted;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.cupel.linux.Call;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Writes a stream into a new file and leaves a hole wherever a whole chunk is zero, so that a sparse file stays sparse.
final class SparseWriter {
    private static final int CHUNK = 64 * 1024;

    private final int file;

    SparseWriter(int file) {
        this.file = file;
    }

    void copy(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = content.readNBytes(chunk, 0, CHUNK);
        if (read == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(CHUNK);
            MemorySegment zeros = arena.allocate(CHUNK);
            long offset = 0;
            boolean hole = false;
            while (read > 0) {
                MemorySegment.copy(chunk, 0, buffer, JAVA_BYTE, 0, read);
                hole = MemorySegment.mismatch(buffer, 0, read, zeros, 0, read) < 0;
                if (!hole) {
                    write(buffer.address(), read, offset);
                }
                offset += read;
                read = read < CHUNK ? 0 : content.readNBytes(chunk, 0, CHUNK);
            }
            if (hole) {
                Call.FTRUNCATE.invoke(file, offset);
            }
        }
    }

    private void write(long address, int length, long offset) throws IOException {
        int written = 0;
        while (written < length) {
            written += (int) Call.PWRITE64.invoke(file, address + written, length - written, offset + written);
        }
    }
}
