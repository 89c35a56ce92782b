package dev.cupel.inventory.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a small ELF file of any class and byte order: one segment at address 0x10000, an interpreter, a dynamic table, a note.
final class ElfSample {
    private static final long BASE = 0x10000;
    private final boolean is64;
    private final ByteOrder order;

    ElfSample(boolean is64, ByteOrder order) {
        this.is64 = is64;
        this.order = order;
    }

    /// `dynamic` are tags with their texts; `noteJson` becomes a dlopen note.
    byte[] write(int machine, String interpreter, List<Map.Entry<Long, String>> dynamic, String noteJson) {
        int headerBytes = is64 ? 64 : 52;
        int programBytes = is64 ? 56 : 32;
        int interpreterAt = headerBytes + 4 * programBytes;
        byte[] interpreterText = (interpreter + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        strings.write(0);
        List<long[]> items = new ArrayList<>();
        for (Map.Entry<Long, String> entry : dynamic) {
            items.add(new long[] {entry.getKey(), strings.size()});
            strings.writeBytes((entry.getValue() + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        int stringsAt = interpreterAt + interpreterText.length;
        int noteAt = (stringsAt + strings.size() + 7) / 8 * 8;
        byte[] json = noteJson.getBytes(StandardCharsets.UTF_8);
        int noteBytes = 16 + (json.length + 3) / 4 * 4;
        int tableAt = (noteAt + noteBytes + 7) / 8 * 8;
        items.add(new long[] {5, BASE + stringsAt});
        items.add(new long[] {10, strings.size()});
        items.add(new long[] {0, 0});
        int tableBytes = items.size() * (is64 ? 16 : 8);
        ByteBuffer out = ByteBuffer.allocate(tableAt + tableBytes).order(order);
        header(out, machine, headerBytes, programBytes);
        program(out, 1, 0, BASE, out.capacity());
        program(out, 3, interpreterAt, BASE + interpreterAt, interpreterText.length);
        program(out, 2, tableAt, BASE + tableAt, tableBytes);
        program(out, 4, noteAt, BASE + noteAt, noteBytes);
        out.put(interpreterText).put(strings.toByteArray()).position(noteAt);
        out.putInt(4).putInt(json.length).putInt(0x407c0c0a).put("FDO\0".getBytes(StandardCharsets.US_ASCII)).put(json);
        out.position(tableAt);
        items.forEach(item -> word(word(out, item[0]), item[1]));
        return out.array();
    }

    private void header(ByteBuffer out, int machine, int headerBytes, int programBytes) {
        out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (is64 ? 2 : 1), (byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1), 1});
        out.position(16).putShort((short) 3).putShort((short) machine).putInt(1);
        word(word(word(out, 0), headerBytes), 0).putInt(0);
        out.putShort((short) headerBytes).putShort((short) programBytes).putShort((short) 4);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    }

    private void program(ByteBuffer out, int type, long offset, long address, long size) {
        out.putInt(type);
        if (is64) {
            out.putInt(4);
        }
        word(word(word(word(word(out, offset), address), address), size), size);
        if (!is64) {
            out.putInt(4);
        }
        word(out, 4);
    }

    private ByteBuffer word(ByteBuffer out, long value) {
        return is64 ? out.putLong(value) : out.putInt((int) value);
    }
}
