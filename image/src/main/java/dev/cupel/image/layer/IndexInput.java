package dev.cupel.image.layer;

import dev.cupel.image.NameBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [IndexOutput] wrote; whatever runs out of the bytes is a [MalformedIndex].
final class IndexInput {
    private final byte[] bytes;
    private int at;
    private byte[] last = new byte[0];

    IndexInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    long number() throws MalformedIndex {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte one = next();
            value |= (long) (one & 0x7f) << shift;
            if (one >= 0) {
                return value;
            }
        }
        throw new MalformedIndex("a number of more than 64 bits");
    }

    long signed() throws MalformedIndex {
        long folded = number();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /// A count of things that take at least a byte each.
    int count() throws MalformedIndex {
        long value = number();
        if (value < 0 || value > bytes.length - at) {
            throw new MalformedIndex("it counts more than it has");
        }
        return (int) value;
    }

    byte[] raw(int length) throws MalformedIndex {
        if (length > bytes.length - at) {
            throw new MalformedIndex("it is cut off");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    byte[] blob() throws MalformedIndex {
        return raw(count());
    }

    /// A blob, one byte in a char.
    String latin1() throws MalformedIndex {
        return new String(blob(), StandardCharsets.ISO_8859_1);
    }

    String path() throws MalformedIndex {
        long shared = number();
        if (shared < 0 || shared > last.length) {
            throw new MalformedIndex("a path shares more than there is");
        }
        byte[] rest = blob();
        byte[] name = Arrays.copyOf(last, (int) shared + rest.length);
        System.arraycopy(rest, 0, name, (int) shared, rest.length);
        last = name;
        return NameBytes.text(name);
    }

    private byte next() throws MalformedIndex {
        if (at == bytes.length) {
            throw new MalformedIndex("it is cut off");
        }
        return bytes[at++];
    }
}
