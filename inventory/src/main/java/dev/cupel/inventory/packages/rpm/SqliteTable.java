package dev.cupel.inventory.packages.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the rows of a table (sqlite.org/fileformat2.html, "B-tree Pages" and "Record Format"), as much of it as rpm's tables need.
final class SqliteTable {
    private static final int LEAF = 13;
    private static final int INTERIOR = 5;
    private static final int FILE_HEADER_BYTES = 100;
    private static final int MOST_BYTES = 64 << 20;
    private static final int DEEPEST = 20; // as SQLite itself
    private final SqlitePages pages;

    SqliteTable(SqlitePages pages) {
        this.pages = pages;
    }

    /// The first blob of each row.
    List<byte[]> blobs(String table) throws MalformedRpm {
        long root = -1;
        for (byte[] row : rows(1)) {
            List<byte[]> columns = columns(row);
            if (columns.size() >= 4 && text(columns.get(0)).equals("table") && text(columns.get(1)).equals(table)) {
                root = number(columns.get(3));
            }
        }
        if (root < 1) {
            throw new MalformedRpm("the database has no table " + table);
        }
        List<byte[]> blobs = new ArrayList<>();
        for (byte[] row : rows(root)) {
            List<byte[]> columns = columns(row);
            if (columns.size() > 1) {
                blobs.add(columns.get(1));
            }
        }
        return blobs;
    }

    private List<byte[]> rows(long root) throws MalformedRpm {
        Blobs rows = new Blobs();
        collect(root, rows, new HashSet<>(), 0);
        return rows.all();
    }

    private void collect(long number, Blobs rows, Set<Long> seen, int depth) throws MalformedRpm {
        if (!seen.add(number) || depth > DEEPEST) {
            throw new MalformedRpm("page %d is part of itself, or lies too deep".formatted(number));
        }
        RpmBytes page = pages.page(number);
        long header = number == 1 ? FILE_HEADER_BYTES : 0;
        int type = page.u8(header);
        int cells = page.u16(header + 3);
        if (type != LEAF && type != INTERIOR) {
            throw new MalformedRpm("page %d of type %d is none of a table".formatted(number, type));
        }
        long pointers = header + (type == LEAF ? 8 : 12);
        for (int i = 0; i < cells; i++) {
            long cell = page.u16(pointers + 2L * i);
            if (type == LEAF) {
                rows.add(payload(page, cell));
            } else {
                collect(page.u32(cell), rows, seen, depth + 1);
            }
        }
        if (type == INTERIOR) {
            collect(page.u32(header + 8), rows, seen, depth + 1);
        }
    }

    private byte[] payload(RpmBytes page, long cell) throws MalformedRpm {
        Varint size = Varint.read(page, cell);
        Varint row = Varint.read(page, size.end());
        if (size.value() < 0 || size.value() > MOST_BYTES) {
            throw new MalformedRpm("a row of %d bytes".formatted(size.value()));
        }
        int usable = pages.usable();
        long least = (usable - 12L) * 32 / 255 - 23;
        long most = usable - 35L;
        long here = size.value();
        if (here > most) {
            long fitting = least + (here - least) % (usable - 4);
            here = fitting <= most ? fitting : least;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) size.value());
        out.writeBytes(page.bytes(row.end(), here));
        long next = here < size.value() ? page.u32(row.end() + here) : 0;
        while (next != 0 && out.size() < size.value()) {
            RpmBytes overflow = pages.page(next);
            out.writeBytes(overflow.bytes(4, Math.min(usable - 4L, size.value() - out.size())));
            next = overflow.u32(0);
        }
        return out.toByteArray();
    }

    /// The columns of a row, each as its bytes; numbers big-endian, nulls empty.
    private static List<byte[]> columns(byte[] row) throws MalformedRpm {
        RpmBytes bytes = RpmBytes.of(ByteBuffer.wrap(row), ByteOrder.BIG_ENDIAN);
        Varint header = Varint.read(bytes, 0);
        List<byte[]> columns = new ArrayList<>();
        long data = header.value();
        for (long at = header.end(); at < header.value(); ) {
            Varint type = Varint.read(bytes, at);
            long size = size(type.value());
            columns.add(bytes.bytes(data, size));
            data += size;
            at = type.end();
        }
        return columns;
    }

    private static long size(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0; // null, and the constants 0 and 1
        };
    }

    private static String text(byte[] column) {
        return new String(column, StandardCharsets.UTF_8);
    }

    private static long number(byte[] column) {
        long number = 0;
        for (byte one : column) {
            number = (number << 8) | (one & 0xff);
        }
        return number;
    }

    /// A variable-length number: seven bits a byte, the most significant first, all eight bits of a ninth.
    private record Varint(long value, long end) {
        static Varint read(RpmBytes bytes, long at) throws MalformedRpm {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                int next = bytes.u8(at + i);
                value = (value << 7) | (next & 0x7f);
                if (next < 0x80) {
                    return new Varint(value, at + i + 1);
                }
            }
            return new Varint((value << 8) | bytes.u8(at + 8), at + 9);
        }
    }
}
