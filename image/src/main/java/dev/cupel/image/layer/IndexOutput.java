package dev.cupel.image.layer;

import dev.cupel.image.NameBytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// The primitive forms of a layer index: numbers of seven bits a byte, texts as names with what they share with the last one.
final class IndexOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private byte[] last = new byte[0];

    byte[] bytes() {
        return out.toByteArray();
    }

    void number(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    /// Small negative numbers stay short.
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    void blob(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
    }

    void path(String text) {
        byte[] name = NameBytes.of(text);
        int shared = Arrays.mismatch(last, name);
        shared = shared < 0 ? name.length : shared;
        number(shared);
        number(name.length - shared);
        out.write(name, shared, name.length - shared);
        last = name;
    }
}
