package dev.cupel.inventory.packages.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// The pages of a SQLite database, those that its write-ahead log has anew instead of the file's own.
///
/// @param usable bytes of a page that hold data
record SqlitePages(RpmBytes file, RpmBytes log, int pageBytes, int usable, Map<Long, Long> newer) {
    private static final int LOG_HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;

    static SqlitePages of(ByteBuffer database, ByteBuffer writeAheadLog) throws MalformedRpm {
        RpmBytes file = RpmBytes.of(database, ByteOrder.BIG_ENDIAN);
        RpmBytes log = RpmBytes.of(writeAheadLog, ByteOrder.BIG_ENDIAN);
        int size = file.u16(16) == 1 ? 65_536 : file.u16(16);
        int usable = size - file.u8(20);
        if (size < 512 || Integer.bitCount(size) != 1 || usable < 480) {
            throw new MalformedRpm("a database with pages of %d bytes".formatted(size));
        }
        return new SqlitePages(file, log, size, usable, committed(log, size));
    }

    /// Frames count up to the last that ends a transaction, and only those of the log's present generation (its salts).
    private static Map<Long, Long> committed(RpmBytes log, int pageBytes) throws MalformedRpm {
        Map<Long, Long> committed = new HashMap<>();
        Map<Long, Long> pending = new HashMap<>();
        long frame = FRAME_HEADER_BYTES + (long) pageBytes;
        for (long at = LOG_HEADER_BYTES; at + frame <= log.length(); at += frame) {
            if (log.u32(at + 8) != log.u32(16) || log.u32(at + 12) != log.u32(20)) {
                break;
            }
            pending.put(log.u32(at), at + FRAME_HEADER_BYTES);
            if (log.u32(at + 4) != 0) {
                committed.putAll(pending);
                pending.clear();
            }
        }
        return committed;
    }

    /// Page `number`, the first of which is 1.
    RpmBytes page(long number) throws MalformedRpm {
        Long inLog = newer.get(number);
        byte[] bytes = inLog == null ? file.bytes((number - 1) * pageBytes, pageBytes) : log.bytes(inLog, pageBytes);
        return RpmBytes.of(ByteBuffer.wrap(bytes), ByteOrder.BIG_ENDIAN);
    }
}
