package dev.cupel.linux.rooted;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.Call;
import dev.cupel.linux.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.time.Instant;

/// A time of last change, given to both times of a file, before 1970 too (`struct timespec[2]`, linux/time_types.h).
public record FileTime(Instant instant) {
    private static final MemoryLayout TIMES = MemoryLayout.sequenceLayout(4, JAVA_LONG);

    MemorySegment segment(Arena arena) {
        MemorySegment times = arena.allocate(TIMES);
        for (int i = 0; i < 4; i += 2) {
            times.setAtIndex(JAVA_LONG, i, instant.getEpochSecond());
            times.setAtIndex(JAVA_LONG, i + 1L, instant.getNano());
        }
        return times;
    }

    void applyTo(int descriptor) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            Call.UTIMENSAT.invoke(descriptor, 0, segment(arena).address(), 0);
        }
    }
}
