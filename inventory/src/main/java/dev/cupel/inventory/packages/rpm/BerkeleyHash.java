package dev.cupel.inventory.packages.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A Berkeley DB hash, as rpm wrote it up to version 4.16 (Berkeley DB's dbinc/db_page.h): each bucket page has pairs of key and
/// value; values too large for a page stand on a chain of others.
final class BerkeleyHash {
    private static final long MAGIC = 0x0006_1561;
    private static final int PAGE_HEADER_BYTES = 26;
    private static final int HASH_UNSORTED = 2;
    private static final int HASH = 13;
    private static final int OVERFLOW = 7;
    private static final int VALUE = 1;
    private static final int OFF_PAGE = 3;
    private static final int MOST_BYTES = 64 << 20;

    private BerkeleyHash() {}

    static List<byte[]> blobs(ByteBuffer database) throws MalformedRpm {
        RpmBytes file = opened(database);
        long pageBytes = file.u32(20);
        if (pageBytes < 512 || pageBytes > 65_536) {
            throw new MalformedRpm("a database with pages of %d bytes".formatted(pageBytes));
        }
        Blobs blobs = new Blobs();
        for (long at = pageBytes; at + pageBytes <= file.length(); at += pageBytes) {
            int type = file.u8(at + 25);
            if (type == HASH || type == HASH_UNSORTED) {
                addPairs(file, at, pageBytes, blobs);
            }
        }
        return blobs.all();
    }

    private static RpmBytes opened(ByteBuffer database) throws MalformedRpm {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            RpmBytes file = RpmBytes.of(database, order);
            if (file.u32(12) == MAGIC) {
                return file;
            }
        }
        throw new MalformedRpm("the file is in none of rpm's formats");
    }

    /// Items stand from the page's end towards its start: key, value, key, value…
    private static void addPairs(RpmBytes file, long page, long pageBytes, Blobs blobs) throws MalformedRpm {
        int items = file.u16(page + 20);
        for (int i = 0; i + 1 < items; i += 2) {
            long keyAt = page + file.u16(page + PAGE_HEADER_BYTES + 2L * i);
            long valueAt = page + file.u16(page + PAGE_HEADER_BYTES + 2L * (i + 1));
            // The entry with key 0 holds the highest number given to a package so far.
            boolean counter = file.u8(keyAt) == VALUE && keyAt + 5 <= page + pageBytes && file.u32(keyAt + 1) == 0;
            if (counter) {
                continue;
            }
            if (file.u8(valueAt) == OFF_PAGE) {
                blobs.add(overflow(file, file.u32(valueAt + 4), file.u32(valueAt + 8), pageBytes));
            } else if (file.u8(valueAt) == VALUE && keyAt > valueAt) {
                blobs.add(file.bytes(valueAt + 1, keyAt - valueAt - 1));
            }
        }
    }

    private static byte[] overflow(RpmBytes file, long first, long size, long pageBytes) throws MalformedRpm {
        if (size > MOST_BYTES) {
            throw new MalformedRpm("a package of %d bytes".formatted(size));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long number = first;
        while (number != 0 && out.size() < size) {
            long page = number * pageBytes;
            if (file.u8(page + 25) != OVERFLOW || file.u16(page + 22) == 0) {
                throw new MalformedRpm("page %d continues nothing".formatted(number));
            }
            out.writeBytes(file.bytes(page + PAGE_HEADER_BYTES, file.u16(page + 22)));
            number = file.u32(page + 16);
        }
        return out.toByteArray();
    }
}
