package dev.cupel.linux.trace;

import dev.cupel.linux.bpf.BpfMap;
import dev.cupel.linux.bpf.MapKind;
import dev.cupel.linux.bpf.RingBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The maps that the programs and user space share.
///
/// @param settings one [Settings] value
/// @param processes process id → identity of the program it runs, for processes of the container that have had their exec
/// @param recipes system call number → [dev.cupel.linux.calls.Arguments#packed], 0 for calls that name no file
/// @param calls system call number → how often it was made
/// @param capabilities number → how often it was asked for and granted
/// @param seen hashes of what was reported already
/// @param phase one number, mixed into those hashes: a new one lets everything through once more
/// @param origins thread → where its paths started from (root and directory, each a `struct path`) before the call that moves it
/// @param losses counts, by [Loss]
/// @param scratch where a record is put together; one for each processor
record TraceMaps(
        BpfMap settings,
        BpfMap processes,
        BpfMap recipes,
        BpfMap calls,
        BpfMap capabilities,
        BpfMap seen,
        BpfMap phase,
        BpfMap origins,
        BpfMap losses,
        BpfMap scratch,
        RingBuffer ring)
        implements AutoCloseable {
    /// Numbers at and above are not traced; today's tables end below 500.
    static final int CALL_NUMBERS = 1024;

    /// Numbers at and above are not counted: a set of capabilities has 64 bits.
    static final int CAPABILITY_NUMBERS = 64;

    private static final int MOST_PROCESSES = 1 << 16;
    private static final int REMEMBERED = 1 << 16;
    private static final int MOST_MOVING = 1 << 12; // threads in such a call at once

    static TraceMaps create(int ringBytes) throws IOException {
        List<BpfMap> made = new ArrayList<>();
        try {
            for (Shape shape : Shape.values()) {
                made.add(BpfMap.create(shape.kind, shape.keyBytes, shape.valueBytes, shape.entries));
            }
            RingBuffer ring = RingBuffer.create(ringBytes);
            return new TraceMaps(
                    made.get(0), made.get(1), made.get(2), made.get(3), made.get(4), made.get(5), made.get(6), made.get(7), made.get(8), made.get(9), ring);
        } catch (IOException e) {
            for (BpfMap map : made) {
                map.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        for (BpfMap map : List.of(settings, processes, recipes, calls, capabilities, seen, phase, origins, losses, scratch)) {
            map.close();
        }
        ring.close();
    }

    /// In the order of the components.
    private enum Shape {
        SETTINGS(MapKind.ARRAY, 4, Settings.BYTES, 1),
        PROCESSES(MapKind.HASH, 4, 8, MOST_PROCESSES),
        RECIPES(MapKind.ARRAY, 4, 8, CALL_NUMBERS),
        CALLS(MapKind.PER_CPU_ARRAY, 4, 8, CALL_NUMBERS),
        CAPABILITIES(MapKind.ARRAY, 4, 8, CAPABILITY_NUMBERS),
        SEEN(MapKind.LRU_HASH, 8, 8, REMEMBERED),
        PHASE(MapKind.ARRAY, 4, 8, 1),
        ORIGINS(MapKind.LRU_HASH, 8, 32, MOST_MOVING),
        LOSSES(MapKind.ARRAY, 4, 8, Loss.values().length),
        SCRATCH(MapKind.PER_CPU_ARRAY, 4, Report.BYTES, 1);

        final MapKind kind;
        final int keyBytes;
        final int valueBytes;
        final int entries;

        Shape(MapKind kind, int keyBytes, int valueBytes, int entries) {
            this.kind = kind;
            this.keyBytes = keyBytes;
            this.valueBytes = valueBytes;
            this.entries = entries;
        }
    }
}
