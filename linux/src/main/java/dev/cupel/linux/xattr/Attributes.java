package dev.cupel.linux.xattr;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads and sets extended attributes (xattr(7)). A path that ends in a symbolic link means the link itself.
public final class Attributes {
    private static final int LARGEST = 64 * 1024; // XATTR_SIZE_MAX and XATTR_LIST_MAX, linux/limits.h

    private Attributes() {}

    /// All attributes that the caller may see; none where the file system has no such thing.
    public static SortedMap<String, byte[]> of(byte[] path) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        try (Arena arena = Arena.ofConfined()) {
            long where = CString.of(arena, path);
            MemorySegment buffer = arena.allocate(LARGEST);
            int listed = (int) Call.LLISTXATTR.invoke(where, buffer.address(), LARGEST);
            for (String name : names(buffer.asSlice(0, listed).toArray(JAVA_BYTE))) {
                int size = (int) Call.LGETXATTR.invoke(where, CString.of(arena, name), buffer.address(), LARGEST);
                all.put(name, buffer.asSlice(0, size).toArray(JAVA_BYTE));
            }
        } catch (ErrnoException e) {
            if (e.errno() != Errno.EOPNOTSUPP) {
                throw e;
            }
        }
        return all;
    }

    /// Sets attributes of what is at `path`, by name.
    public static void setAll(byte[] path, SortedMap<String, byte[]> attributes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, byte[]> one : attributes.entrySet()) {
                MemorySegment value = copy(arena, one.getValue());
                Call.LSETXATTR.invoke(
                        CString.of(arena, path), CString.of(arena, one.getKey()), value.address(), one.getValue().length, 0);
            }
        }
    }

    /// Sets attributes of an open file, by name.
    public static void setAll(Descriptor file, SortedMap<String, byte[]> attributes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, byte[]> one : attributes.entrySet()) {
                MemorySegment value = copy(arena, one.getValue());
                Call.FSETXATTR.invoke(
                        file.number(), CString.of(arena, one.getKey()), value.address(), one.getValue().length, 0);
            }
        }
    }

    private static MemorySegment copy(Arena arena, byte[] value) {
        MemorySegment copy = arena.allocate(Math.max(1, value.length));
        MemorySegment.copy(value, 0, copy, JAVA_BYTE, 0, value.length);
        return copy;
    }

    private static List<String> names(byte[] list) {
        String text = new String(list, StandardCharsets.UTF_8);
        return Arrays.stream(text.split("\0", -1)).filter(name -> !name.isEmpty()).toList();
    }
}
