package dev.cupel.linux.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/// The layout of the running kernel's structures, from `/sys/kernel/btf/vmlinux` (Documentation/bpf/btf.rst).
/// Reading it walks over every type once (a tenth of a second for 130,000); looking up is quick after that.
public final class Btf {
    private static final int MAGIC = 0xeb9f;
    private static final int HEADER_BYTES = 24;
    private static final int MOST_BYTES = 256 << 20;
    private static final int DEEPEST = 8;

    private final ByteBuffer file;
    private final int strings;
    private final int stringBytes;
    /// Where each type's record starts in the file; type ids count from 1.
    private final int[] records;

    private Btf(ByteBuffer file, int strings, int stringBytes, int[] records) {
        this.file = file;
        this.strings = strings;
        this.stringBytes = stringBytes;
        this.records = records;
    }

    /// Reads a whole file, from the buffer's position to its limit.
    public static Btf read(ByteBuffer bytes) throws MalformedBtf {
        ByteBuffer file = bytes.slice().order(ByteOrder.nativeOrder());
        if (file.limit() < HEADER_BYTES || file.limit() > MOST_BYTES || (file.getShort(0) & 0xffff) != MAGIC) {
            throw new MalformedBtf(file.limit() + " bytes that do not begin as BTF of this machine's byte order does");
        }
        int header = file.getInt(4);
        int types = section(file, header, file.getInt(8), file.getInt(12), "types");
        int strings = section(file, header, file.getInt(16), file.getInt(20), "strings");
        int[] records = records(file, types, types + file.getInt(12));
        return new Btf(file, strings, file.getInt(20), records);
    }

    /// Bytes from the start of the structure to the member, which may lie in anonymous structures and unions inside it.
    /// Empty when this kernel has no such structure or member, or when the member is a bit field.
    public OptionalInt offsetOf(String structure, String member) throws MalformedBtf {
        byte[] wanted = structure.getBytes(StandardCharsets.UTF_8);
        byte[] name = member.getBytes(StandardCharsets.UTF_8);
        for (int record : records) {
            if (BtfKind.isStructure(file.getInt(record + 4)) && isNamed(record, wanted)) {
                OptionalInt bits = bitsTo(record, name, 0);
                if (bits.isPresent()) {
                    return bits.getAsInt() % 8 == 0 ? OptionalInt.of(bits.getAsInt() / 8) : OptionalInt.empty();
                }
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt bitsTo(int record, byte[] member, int depth) throws MalformedBtf {
        int info = file.getInt(record + 4);
        int members = info & 0xffff;
        for (int i = 0; i < members; i++) {
            int at = record + 12 + 12 * i;
            int bits = info < 0 ? file.getInt(at + 8) & 0xffffff : file.getInt(at + 8);
            if (isNamed(at, member)) {
                return OptionalInt.of(bits);
            }
            OptionalInt inner = file.getInt(at) == 0 && depth < DEEPEST ? inside(file.getInt(at + 4), member, depth) : OptionalInt.empty();
            if (inner.isPresent()) {
                return OptionalInt.of(bits + inner.getAsInt());
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt inside(int type, byte[] member, int depth) throws MalformedBtf {
        if (type < 1 || type > records.length) {
            throw new MalformedBtf("type " + Integer.toUnsignedString(type) + " of " + records.length);
        }
        int record = records[type - 1];
        return BtfKind.isAggregate(file.getInt(record + 4)) ? bitsTo(record, member, depth + 1) : OptionalInt.empty();
    }

    /// Whether the name that the record begins with is this one.
    private boolean isNamed(int record, byte[] name) throws MalformedBtf {
        int at = file.getInt(record);
        if (at < 0 || at >= stringBytes) {
            throw new MalformedBtf("a name at " + Integer.toUnsignedString(at) + " of " + stringBytes + " bytes of strings");
        }
        if (name.length >= stringBytes - at) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (file.get(strings + at + i) != name[i]) {
                return false;
            }
        }
        return file.get(strings + at + name.length) == 0;
    }

    private static int[] records(ByteBuffer file, int from, int to) throws MalformedBtf {
        int[] records = new int[1 << 10];
        int count = 0;
        int at = from;
        while (at < to) {
            if (to - at < 12) {
                throw new MalformedBtf("the last type is cut short");
            }
            long next = at + 12L + BtfKind.trailingBytes(file.getInt(at + 4));
            if (next > to) {
                throw new MalformedBtf("the type at " + (at - from) + " reaches beyond the types");
            }
            if (count == records.length) {
                records = Arrays.copyOf(records, count * 2);
            }
            records[count++] = at;
            at = (int) next;
        }
        return Arrays.copyOf(records, count);
    }

    private static int section(ByteBuffer file, int header, int offset, int length, String name) throws MalformedBtf {
        long start = Integer.toUnsignedLong(header) + Integer.toUnsignedLong(offset);
        if (start + Integer.toUnsignedLong(length) > file.limit()) {
            throw new MalformedBtf("the " + name + " reach beyond the file");
        }
        return (int) start;
    }
}
