package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `/etc/ld.so.cache`: which file each library name leads to. Only the new format is read, alone or behind the old one, as glibc
/// has written it since 2.2; a name may stand there several times, once for each architecture and set of processor features.
/// Format: glibc, `dl-cache.h` (`struct cache_file_new`).
public record LoaderCache(List<Library> libraries) {
    private static final byte[] MAGIC = "glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLD_MAGIC = "ld.so-1.7.0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 48;
    private static final int ENTRY = 24;
    private static final int OLD_HEADER = 16;
    private static final int OLD_ENTRY = 12;
    private static final int MOST = 100_000;
    private static final int LONGEST = 4096;

    public LoaderCache {
        libraries = List.copyOf(libraries);
    }

    /// One line of `ldconfig -p`, in the order in which the loader looks.
    public record Library(String name, String path) {}

    /// Reads the whole file.
    public static LoaderCache read(byte[] file) throws MalformedElf {
        int start = startsWith(file, 0, MAGIC) ? 0 : behindOldFormat(file);
        if (!startsWith(file, start, MAGIC) || file.length - start < HEADER) {
            throw new MalformedElf("not a loader cache of a format in use since glibc 2.2");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file, start, file.length - start).slice();
        // The file is in the byte order of the machine; a count that does not fit tells the wrong one.
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            bytes.order(order);
            int count = bytes.getInt(20);
            if (count >= 0 && count <= MOST && HEADER + (long) count * ENTRY <= bytes.limit()) {
                return entries(bytes, count);
            }
        }
        throw new MalformedElf("the loader cache has more entries than bytes");
    }

    private static LoaderCache entries(ByteBuffer bytes, int count) throws MalformedElf {
        List<Library> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = HEADER + i * ENTRY;
            found.add(new Library(text(bytes, bytes.getInt(at + 4)), text(bytes, bytes.getInt(at + 8))));
        }
        return new LoaderCache(found);
    }

    private static String text(ByteBuffer bytes, int at) throws MalformedElf {
        int end = at;
        while (at >= 0 && end < bytes.limit() && end - at < LONGEST && bytes.get(end) != 0) {
            end++;
        }
        if (at < 0 || end >= bytes.limit() || bytes.get(end) != 0) {
            throw new MalformedElf("the loader cache names a text outside itself");
        }
        byte[] text = new byte[end - at];
        bytes.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int behindOldFormat(byte[] file) throws MalformedElf {
        if (!startsWith(file, 0, OLD_MAGIC) || file.length < OLD_HEADER) {
            throw new MalformedElf("not a loader cache");
        }
        int count = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(OLD_MAGIC.length);
        long end = OLD_HEADER + (long) Math.max(0, count) * OLD_ENTRY;
        return (int) Math.min(Integer.MAX_VALUE, (end + 7) / 8 * 8); // the new format is aligned for its 64-bit fields
    }

    private static boolean startsWith(byte[] file, int at, byte[] expected) {
        if (at < 0 || at > file.length - expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (file[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
