package dev.cupel.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Text as the kernel takes it: bytes and a NUL. Names are bytes, not characters: what is not UTF-8 must survive.
public final class CString {
    private CString() {}

    /// The address of a copy that lives as long as the arena. A NUL inside would cut the name short, so it is refused.
    public static long of(Arena arena, byte[] text) {
        MemorySegment copy = arena.allocate(text.length + 1L);
        for (byte one : text) {
            if (one == 0) {
                throw new IllegalArgumentException("a name with a NUL byte in it");
            }
        }
        MemorySegment.copy(text, 0, copy, ValueLayout.JAVA_BYTE, 0, text.length);
        return copy.address();
    }

    /// The same for a text that Cupel made itself.
    public static long of(Arena arena, String text) {
        return of(arena, text.getBytes(StandardCharsets.UTF_8));
    }
}
