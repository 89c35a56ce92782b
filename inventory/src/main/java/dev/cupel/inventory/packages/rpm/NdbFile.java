package dev.cupel.inventory.packages.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// rpm's own format `Packages.db` (lib/backend/ndb/rpmpkg.c), little-endian: pages of slots, then blobs in blocks of 16 bytes.
final class NdbFile {
    private static final int PAGE_BYTES = 4096;
    private static final int SLOT_BYTES = 16;
    private static final int BLOCK_BYTES = 16;
    private static final int BLOB_HEADER_BYTES = 16;
    private static final int HEADER_SLOTS = 2; // the file's header takes the room of two slots
    private static final long SLOT = 0x746f_6c53L; // "Slot"
    private static final long BLOB = 0x5362_6c42L; // "BlbS"

    private NdbFile() {}

    static List<byte[]> blobs(ByteBuffer database) throws MalformedRpm {
        RpmBytes file = RpmBytes.of(database, ByteOrder.LITTLE_ENDIAN);
        long slots = file.u32(12) * (PAGE_BYTES / SLOT_BYTES); // slot pages
        if (slots * SLOT_BYTES > file.length()) {
            throw new MalformedRpm("%d slots in %d bytes".formatted(slots, file.length()));
        }
        Blobs blobs = new Blobs();
        for (long i = HEADER_SLOTS; i < slots; i++) {
            long slot = i * SLOT_BYTES;
            if (file.u32(slot) == SLOT && file.u32(slot + 4) != 0) {
                blobs.add(blob(file, file.u32(slot + 4), file.u32(slot + 8) * BLOCK_BYTES));
            }
        }
        return blobs.all();
    }

    private static byte[] blob(RpmBytes file, long number, long at) throws MalformedRpm {
        if (file.u32(at) != BLOB || file.u32(at + 4) != number) {
            throw new MalformedRpm("no package %d at offset %d".formatted(number, at));
        }
        return file.bytes(at + BLOB_HEADER_BYTES, file.u32(at + 12));
    }
}
