package dev.cupel.linux.bpf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.Descriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A map that programs and user space share. It lives until it and every program that names it are closed.
public final class BpfMap implements AutoCloseable {
    /// `union bpf_attr` for BPF_MAP_CREATE.
    private static final StructLayout CREATE = MemoryLayout.structLayout(
            JAVA_INT.withName("map_type"),
            JAVA_INT.withName("key_size"),
            JAVA_INT.withName("value_size"),
            JAVA_INT.withName("max_entries"),
            JAVA_INT.withName("map_flags"));
    /// `union bpf_attr` for BPF_MAP_*_ELEM.
    private static final StructLayout ELEMENT = MemoryLayout.structLayout(
            JAVA_INT.withName("map_fd"),
            MemoryLayout.paddingLayout(4),
            JAVA_LONG.withName("key"),
            JAVA_LONG.withName("value"),
            JAVA_LONG.withName("flags"));

    private final Descriptor descriptor;
    private final MapKind kind;
    private final int keyBytes;
    private final int valueBytes;
    private final int processors;

    private BpfMap(Descriptor descriptor, MapKind kind, int keyBytes, int valueBytes, int processors) {
        this.descriptor = descriptor;
        this.kind = kind;
        this.keyBytes = keyBytes;
        this.valueBytes = valueBytes;
        this.processors = processors;
    }

    /// Makes a map; what the kernel refuses is a [dev.cupel.linux.ErrnoException] (EPERM without CAP_BPF).
    public static BpfMap create(MapKind kind, int keyBytes, int valueBytes, int entries) throws IOException {
        int processors = kind == MapKind.PER_CPU_ARRAY ? PossibleProcessors.count() : 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(CREATE);
            attributes.set(JAVA_INT, 0, kind.number);
            attributes.set(JAVA_INT, 4, keyBytes);
            attributes.set(JAVA_INT, 8, valueBytes);
            attributes.set(JAVA_INT, 12, entries);
            Descriptor descriptor = new Descriptor(BpfCommand.MAP_CREATE.give(attributes));
            return new BpfMap(descriptor, kind, keyBytes, valueBytes, processors);
        }
    }

    /// The value at an index of an array, in the kernel's byte order; for a per-processor array all values one after the other.
    public ByteBuffer at(int index) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate((long) padded() * processors, 8);
            BpfCommand.MAP_LOOKUP_ELEMENT.give(element(arena, index, value));
            byte[] copy = value.toArray(JAVA_BYTE);
            return ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        }
    }

    /// Sets the value at an index of an array of one value each.
    public void put(int index, ByteBuffer value) throws IOException {
        if (kind == MapKind.PER_CPU_ARRAY || value.remaining() != valueBytes) {
            throw new IllegalArgumentException(value.remaining() + " bytes for values of " + valueBytes + " in a " + kind);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocate(valueBytes, 8).copyFrom(MemorySegment.ofBuffer(value));
            BpfCommand.MAP_UPDATE_ELEMENT.give(element(arena, index, copy));
        }
    }

    /// The sum of the 64-bit numbers at an index, over all processors.
    public long sumAt(int index) throws IOException {
        ByteBuffer all = at(index);
        long sum = 0;
        while (all.remaining() >= Long.BYTES) {
            sum += all.getLong();
        }
        return sum;
    }

    int descriptor() {
        return descriptor.number();
    }

    @Override
    public void close() throws IOException {
        descriptor.close();
    }

    private MemorySegment element(Arena arena, int index, MemorySegment value) {
        MemorySegment key = arena.allocate(Math.max(keyBytes, Integer.BYTES), 8);
        key.set(JAVA_INT, 0, index);
        MemorySegment attributes = arena.allocate(ELEMENT);
        attributes.set(JAVA_INT, 0, descriptor.number());
        attributes.set(JAVA_LONG, 8, key.address());
        attributes.set(JAVA_LONG, 16, value.address());
        return attributes;
    }

    /// Values of per-processor maps stand eight bytes apart at least.
    private int padded() {
        return (valueBytes + 7) & ~7;
    }
}
