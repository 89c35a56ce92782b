package dev.cupel.image.tar;

import dev.cupel.image.NameBytes;
import java.util.Arrays;

/// The 512 bytes of a header and its fields' places (POSIX.1-2024 pax, "ustar Interchange Format").
final class UstarBlock {
    static final int BYTES = 512;

    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_BYTES = 155;
    private static final int CHECKSUM = 148;

    private final byte[] bytes;

    UstarBlock(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isZero() {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the checksum fits, its bytes counted unsigned as the standard says or signed as old tars did.
    boolean hasRightChecksum() throws MalformedTar {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BYTES; i++) {
            if (i >= CHECKSUM && i < CHECKSUM + 8 && " 01234567\0".indexOf(bytes[i]) < 0) {
                return false;
            }
            byte one = i >= CHECKSUM && i < CHECKSUM + 8 ? (byte) ' ' : bytes[i];
            unsigned += one & 0xff;
            signed += one;
        }
        long written = number(CHECKSUM, 8, "checksum");
        return written == unsigned || written == signed;
    }

    char flag() {
        return (char) (bytes[156] & 0xff);
    }

    /// The name, with the prefix that only the POSIX form has.
    String name() {
        String name = text(0, 100);
        boolean posix = text(MAGIC, 6).equals("ustar") && bytes[MAGIC + 5] == 0;
        return posix && bytes[PREFIX] != 0 ? text(PREFIX, PREFIX_BYTES) + "/" + name : name;
    }

    boolean isGnu() {
        return text(MAGIC, 8).startsWith("ustar  ");
    }

    int mode() throws MalformedTar {
        return (int) (number(100, 8, "mode") & 07777);
    }

    long uid() throws MalformedTar {
        return number(108, 8, "owner");
    }

    long gid() throws MalformedTar {
        return number(116, 8, "group");
    }

    long size() throws MalformedTar {
        return number(124, 12, "size");
    }

    long time() throws MalformedTar {
        return number(136, 12, "time");
    }

    String link() {
        return text(157, 100);
    }

    long device() throws MalformedTar {
        long major = number(329, 8, "device number");
        long minor = number(337, 8, "device number");
        if ((major | minor) >>> 32 != 0) {
            throw new MalformedTar("a device number is beyond 32 bits");
        }
        return major << 32 | minor;
    }

    long number(int offset, int length, String field) throws MalformedTar {
        return TarNumber.read(bytes, offset, length, field);
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes[end] != 0) {
            end++;
        }
        return NameBytes.text(Arrays.copyOfRange(bytes, offset, end));
    }
}
