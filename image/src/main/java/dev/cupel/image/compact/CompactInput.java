package dev.cupel.image.compact;

import dev.cupel.image.NameBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Reads what [CompactOutput] wrote; whatever cannot be what was written is a [DamagedRecord].
public final class CompactInput {
    private final byte[] bytes;
    private int at;
    private byte[] last = new byte[0];

    /// Reads bytes that bear no checksum.
    public CompactInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads what [CompactOutput#sealed] gave.
    public static CompactInput opened(byte[] sealed) throws DamagedRecord {
        int length = sealed.length - Integer.BYTES;
        CRC32C checksum = new CRC32C();
        if (length > 0) {
            checksum.update(sealed, 0, length);
        }
        if (length <= 0 || ByteBuffer.wrap(sealed, length, Integer.BYTES).getInt() != (int) checksum.getValue()) {
            throw new DamagedRecord("its checksum does not fit");
        }
        return new CompactInput(Arrays.copyOf(sealed, length));
    }

    public boolean atEnd() {
        return at == bytes.length;
    }

    public long number() throws DamagedRecord {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte one = next();
            value |= (long) (one & 0x7f) << shift;
            if (one >= 0) {
                return value;
            }
        }
        throw new DamagedRecord("a number of more than 64 bits");
    }

    public long signed() throws DamagedRecord {
        long folded = number();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /// A count of things that take at least a byte each.
    public int count() throws DamagedRecord {
        long value = number();
        if (value < 0 || value > bytes.length - at) {
            throw new DamagedRecord("it counts more than it has");
        }
        return (int) value;
    }

    public byte[] raw(int length) throws DamagedRecord {
        if (length > bytes.length - at) {
            throw new DamagedRecord("it is cut off");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public byte[] blob() throws DamagedRecord {
        return raw(count());
    }

    /// A blob, one byte in a char.
    public String latin1() throws DamagedRecord {
        return new String(blob(), StandardCharsets.ISO_8859_1);
    }

    public String text() throws DamagedRecord {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public String path() throws DamagedRecord {
        long shared = number();
        if (shared < 0 || shared > last.length) {
            throw new DamagedRecord("a path shares more than there is");
        }
        byte[] rest = blob();
        byte[] name = Arrays.copyOf(last, (int) shared + rest.length);
        System.arraycopy(rest, 0, name, (int) shared, rest.length);
        last = name;
        return NameBytes.text(name);
    }

    private byte next() throws DamagedRecord {
        if (at == bytes.length) {
            throw new DamagedRecord("it is cut off");
        }
        return bytes[at++];
    }
}
