package dev.cupel.inventory.packages.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A package's header: an index of tags, then the values they point at (rpm's lib/header.c).
final class RpmHeader {
    private static final int ENTRY_BYTES = 16;
    private static final int MOST_ENTRIES = 65_536; // HEADER_TAGS_MAX of rpm
    private static final int MOST_VALUES = 4_000_000;
    private static final int INT16 = 3;
    private static final int INT32 = 4;
    private static final int STRING = 6;
    private static final int STRING_ARRAY = 8;
    private static final int I18N_STRING = 9;

    private final RpmBytes blob;
    private final long data;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private record Entry(long type, long offset, long count) {}

    RpmHeader(byte[] bytes) throws MalformedRpm {
        blob = RpmBytes.of(ByteBuffer.wrap(bytes), ByteOrder.BIG_ENDIAN);
        long count = blob.u32(0);
        data = 8 + count * ENTRY_BYTES;
        if (count > MOST_ENTRIES || data + blob.u32(4) > blob.length()) {
            throw new MalformedRpm("a header of %d entries in %d bytes".formatted(count, blob.length()));
        }
        for (int i = 0; i < count; i++) {
            long at = 8 + (long) i * ENTRY_BYTES;
            entries.put((int) blob.u32(at), new Entry(blob.u32(at + 4), blob.u32(at + 8), blob.u32(at + 12)));
        }
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /// The text, or the first of several; empty if there is none.
    String text(int tag) throws MalformedRpm {
        List<String> all = texts(tag, 1);
        return all.isEmpty() ? "" : all.getFirst();
    }

    List<String> texts(int tag) throws MalformedRpm {
        return texts(tag, MOST_VALUES);
    }

    /// Whole numbers, unsigned.
    List<Long> numbers(int tag) throws MalformedRpm {
        Entry entry = entries.get(tag);
        List<Long> numbers = new ArrayList<>();
        if (entry == null || (entry.type != INT16 && entry.type != INT32)) {
            return numbers;
        }
        int size = entry.type == INT16 ? 2 : 4;
        for (long i = 0; i < bounded(entry); i++) {
            long at = data + entry.offset + i * size;
            numbers.add(size == 2 ? blob.u16(at) : blob.u32(at));
        }
        return numbers;
    }

    private List<String> texts(int tag, int most) throws MalformedRpm {
        Entry entry = entries.get(tag);
        List<String> texts = new ArrayList<>();
        if (entry == null || (entry.type != STRING && entry.type != STRING_ARRAY && entry.type != I18N_STRING)) {
            return texts;
        }
        long at = data + entry.offset;
        for (long i = 0; i < Math.min(most, bounded(entry)); i++) {
            long end = at;
            while (blob.u8(end) != 0) {
                end++;
            }
            texts.add(new String(blob.bytes(at, end - at), StandardCharsets.UTF_8));
            at = end + 1;
        }
        return texts;
    }

    private long bounded(Entry entry) throws MalformedRpm {
        if (entry.count > blob.length()) {
            throw new MalformedRpm("a tag with %d values in %d bytes".formatted(entry.count, blob.length()));
        }
        return entry.count;
    }
}
