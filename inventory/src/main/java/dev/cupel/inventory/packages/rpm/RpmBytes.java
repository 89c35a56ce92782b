package dev.cupel.inventory.packages.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The only door to a file: bounds first, then bytes.
record RpmBytes(ByteBuffer file) {
    static RpmBytes of(ByteBuffer file, ByteOrder order) {
        return new RpmBytes(file.slice().order(order));
    }

    long length() {
        return file.limit();
    }

    int u8(long at) throws MalformedRpm {
        return file.get(within(at, 1)) & 0xff;
    }

    int u16(long at) throws MalformedRpm {
        return file.getShort(within(at, 2)) & 0xffff;
    }

    long u32(long at) throws MalformedRpm {
        return file.getInt(within(at, 4)) & 0xffff_ffffL;
    }

    byte[] bytes(long at, long size) throws MalformedRpm {
        int start = within(at, size);
        byte[] copy = new byte[(int) size];
        file.get(start, copy);
        return copy;
    }

    private int within(long at, long size) throws MalformedRpm {
        if (at < 0 || size < 0 || at > file.limit() - size) {
            throw new MalformedRpm("%d bytes at offset %d do not fit in %d bytes".formatted(size, at, file.limit()));
        }
        return (int) at;
    }
}
