package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds texts in a binary that look like the name or path of a library, as programs that load libraries by name carry them:
/// `libssl.so.3`, `/usr/lib/x/plugin.so`. Patterns such as `lib%s.so` are not names. Guesses: a caller asks for each whether
/// it is there at all.
public final class LibraryNames {
    private static final int LONGEST = 255;
    private static final int MOST = 4096;

    private LibraryNames() {}

    /// The names in the buffer from its position to its limit; at most the first 4096.
    public static SortedSet<String> in(ByteBuffer bytes) {
        SortedSet<String> names = new TreeSet<>();
        int end = bytes.limit();
        for (int at = bytes.position() + 1; at < end - 2 && names.size() < MOST; at++) {
            if (bytes.get(at) == '.' && bytes.get(at + 1) == 's' && bytes.get(at + 2) == 'o') {
                addNameAround(bytes, at, names);
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }

    private static void addNameAround(ByteBuffer bytes, int dot, SortedSet<String> names) {
        int start = dot;
        while (start > bytes.position() && dot - start < LONGEST && isOfName(bytes.get(start - 1))) {
            start--;
        }
        int end = dot + 3;
        while (end < bytes.limit() && end - dot < LONGEST && isOfVersion(bytes.get(end))) {
            end++;
        }
        boolean ends = end == bytes.limit() || bytes.get(end) == 0;
        boolean begins = start == bytes.position() || bytes.get(start - 1) == 0;
        if (ends && begins && start < dot && bytes.get(dot - 1) != '/') {
            byte[] name = new byte[end - start];
            bytes.get(start, name);
            names.add(new String(name, StandardCharsets.US_ASCII));
        }
    }

    private static boolean isOfName(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "/._+-$@".indexOf(c) >= 0;
    }

    private static boolean isOfVersion(byte c) {
        return c == '.' || (c >= '0' && c <= '9');
    }
}
