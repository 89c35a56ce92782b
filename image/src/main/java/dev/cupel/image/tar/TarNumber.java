package dev.cupel.image.tar;

import java.math.BigInteger;
import java.util.Arrays;

/// Numbers of header fields: octal digits, or base 256 where the first bit is set (GNU tar manual, "Extensions").
final class TarNumber {
    private TarNumber() {}

    static long read(byte[] block, int offset, int length, String field) throws MalformedTar {
        return (block[offset] & 0x80) != 0
                ? base256(Arrays.copyOfRange(block, offset, offset + length), field)
                : octal(block, offset, length, field);
    }

    private static long octal(byte[] block, int offset, int length, String field) throws MalformedTar {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(block[from])) {
            from++;
        }
        while (to > from && isBlank(block[to - 1])) {
            to--;
        }
        long value = 0;
        for (int i = from; i < to && block[i] != 0; i++) {
            int digit = block[i] - '0';
            if (digit < 0 || digit > 7 || value >= 1L << 60) {
                throw new MalformedTar("the " + field + " of a header is no number");
            }
            value = value << 3 | digit;
        }
        return value;
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == 0;
    }

    /// Two's complement over all bits but the first.
    private static long base256(byte[] field, String name) throws MalformedTar {
        boolean negative = (field[0] & 0x40) != 0;
        field[0] = (byte) (negative ? field[0] | 0x80 : field[0] & 0x7f);
        BigInteger value = new BigInteger(field);
        if (value.bitLength() > 63) {
            throw new MalformedTar("the " + name + " of a header is beyond 64 bits");
        }
        return value.longValue();
    }
}
