package dev.cupel.image.tar;

import dev.cupel.image.NameBytes;
import java.nio.charset.StandardCharsets;

/// Fills a header block. What does not fit a field is cut or left 0: a pax header before it then has the truth.
final class UstarBlockBuilder {
    private final TarHeader header;
    private final byte[] bytes = new byte[UstarBlock.BYTES];

    UstarBlockBuilder(TarHeader header) {
        this.header = header;
    }

    UstarBlock build(char flag) {
        text(0, 100, header.name());
        octal(100, 8, header.mode());
        octal(108, 8, header.uid());
        octal(116, 8, header.gid());
        octal(124, 12, header.sizeBytes());
        octal(136, 12, Math.max(0, header.modified().getEpochSecond()));
        bytes[156] = (byte) flag;
        text(157, 100, header.link());
        text(257, 8, "ustar\00000");
        octal(329, 8, header.device() >>> 32);
        octal(337, 8, header.device() & 0xffff_ffffL);
        checksum();
        return new UstarBlock(bytes);
    }

    private void text(int offset, int length, String value) {
        byte[] all = NameBytes.of(value);
        System.arraycopy(all, 0, bytes, offset, Math.min(length, all.length));
    }

    private void octal(int offset, int length, long value) {
        String digits = Long.toOctalString(value);
        String fitting = digits.length() < length ? digits : "0";
        text(offset, length, "0".repeat(length - 1 - fitting.length()) + fitting);
    }

    private void checksum() {
        int sum = 8 * ' ';
        for (byte one : bytes) {
            sum += one & 0xff;
        }
        byte[] written = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(written, 0, bytes, 148, written.length);
    }
}
