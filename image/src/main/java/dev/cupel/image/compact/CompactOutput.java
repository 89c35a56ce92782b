package dev.cupel.image.compact;

import dev.cupel.image.NameBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Writes numbers of seven bits a byte, and names with what they share with the last one: what the store keeps to be read back quickly.
public final class CompactOutput {
    private final ByteArrayOutputStream out;
    private byte[] last = new byte[0];

    public CompactOutput() {
        this(1 << 16);
    }

    /// One that is expected to hold this many bytes.
    public CompactOutput(int expectedBytes) {
        out = new ByteArrayOutputStream(expectedBytes);
    }

    /// All that was written, with a checksum at its end: a disk that lost power may hold anything under the right name.
    public byte[] sealed() {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes());
        ByteBuffer sealed = ByteBuffer.allocate(out.size() + Integer.BYTES);
        return sealed.put(bytes()).putInt((int) checksum.getValue()).array();
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public void number(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    /// Small negative numbers stay short.
    public void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    public void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    public void blob(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
    }

    /// Text of any kind, without regard to what stands before it.
    public void text(String text) {
        blob(text.getBytes(StandardCharsets.UTF_8));
    }

    public void path(String text) {
        byte[] name = NameBytes.of(text);
        int shared = Arrays.mismatch(last, name);
        shared = shared < 0 ? name.length : shared;
        number(shared);
        number(name.length - shared);
        out.write(name, shared, name.length - shared);
        last = name;
    }
}
