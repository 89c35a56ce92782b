package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The only door to the file: bounds first, then bytes. Offsets are unsigned in the file, so a negative one is beyond its end.
record ElfBytes(ByteBuffer file, boolean is64, ElfLimits limits) {
    static ElfBytes of(ByteBuffer file, boolean is64, boolean bigEndian, ElfLimits limits) {
        return new ElfBytes(
                file.slice().order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN), is64, limits);
    }

    int length() {
        return file.limit();
    }

    int u8(long at) throws MalformedElf {
        return file.get(within(at, 1)) & 0xff;
    }

    int u16(long at) throws MalformedElf {
        return file.getShort(within(at, 2)) & 0xffff;
    }

    long u32(long at) throws MalformedElf {
        return file.getInt(within(at, 4)) & 0xffff_ffffL;
    }

    /// An address, offset or size in the file's own width.
    long word(long at) throws MalformedElf {
        return is64 ? file.getLong(within(at, 8)) : u32(at);
    }

    byte[] bytes(long at, long size) throws MalformedElf {
        int start = within(at, size);
        byte[] copy = new byte[(int) size];
        file.get(start, copy);
        return copy;
    }

    /// The same without a copy.
    ByteBuffer part(long at, long size) throws MalformedElf {
        return file.slice(within(at, size), (int) size);
    }

    /// The text from `at` to the next NUL, which must come before `end`. Bytes are taken as UTF-8, where names are all but always ASCII.
    String text(long at, long end) throws MalformedElf {
        int start = within(at, 1);
        long last = Math.min(Math.min(end, length()), (long) start + limits.textBytes());
        int stop = start;
        while (stop < last && file.get(stop) != 0) {
            stop++;
        }
        if (stop >= last) {
            throw new MalformedElf("a string at offset %d has no end".formatted(at));
        }
        return new String(bytes(start, stop - start), StandardCharsets.UTF_8);
    }

    private int within(long at, long size) throws MalformedElf {
        if (at < 0 || size < 0 || at > length() - size) {
            throw new MalformedElf("%s bytes at offset %s do not fit in a file of %d bytes"
                    .formatted(Long.toUnsignedString(size), Long.toUnsignedString(at), length()));
        }
        return (int) at;
    }
}
