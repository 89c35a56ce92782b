package dev.cupel.linux.bpf;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.Call;
import dev.cupel.linux.ErrnoException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// User space's end of a [MapKind#RING_BUFFER] (Documentation/bpf/ringbuf.rst). One reader at a time.
/// The kernel maps its data twice in a row, so that no record ever wraps around.
@SuppressWarnings("restricted")
public final class RingBuffer implements AutoCloseable {
    private static final int PROT_READ = 1; // asm-generic/mman-common.h
    private static final int PROT_WRITE = 2;
    private static final int MAP_SHARED = 1;
    private static final int HEADER_BYTES = 8; // u32 length and flags, u32 page offset
    private static final int BUSY = 1 << 31;
    private static final int DISCARDED = 1 << 30;
    private static final VarHandle POSITION = JAVA_LONG.varHandle();
    private static final VarHandle LENGTH = JAVA_INT.varHandle();

    private final BpfMap map;
    private final long pageBytes;
    private final long sizeBytes;
    private final MemorySegment consumer;
    private final MemorySegment producer;

    private RingBuffer(BpfMap map, long pageBytes, long sizeBytes, MemorySegment consumer, MemorySegment producer) {
        this.map = map;
        this.pageBytes = pageBytes;
        this.sizeBytes = sizeBytes;
        this.consumer = consumer;
        this.producer = producer;
    }

    /// Makes a ring of so many bytes, a power of two.
    public static RingBuffer create(int sizeBytes) throws IOException {
        long page = PageSize.bytes();
        BpfMap map = BpfMap.create(MapKind.RING_BUFFER, 0, 0, sizeBytes);
        try {
            int descriptor = map.descriptor();
            MemorySegment consumer = map(page, PROT_READ | PROT_WRITE, descriptor, 0);
            MemorySegment producer = map(page + 2L * sizeBytes, PROT_READ, descriptor, page);
            return new RingBuffer(map, page, sizeBytes, consumer, producer);
        } catch (ErrnoException e) {
            map.close();
            throw e;
        }
    }

    /// The map that programs write to.
    public BpfMap map() {
        return map;
    }

    /// Hands over every record that was begun before this call, oldest first. A buffer is valid only during its call.
    public void drain(Consumer<ByteBuffer> reader) {
        long end = (long) POSITION.getAcquire(producer, 0L);
        long at = (long) POSITION.getAcquire(consumer, 0L);
        while (at < end) {
            long record = pageBytes + (at & (sizeBytes - 1));
            int header = committed(record);
            int length = header & ~(BUSY | DISCARDED);
            if ((header & DISCARDED) == 0) {
                reader.accept(producer.asSlice(record + HEADER_BYTES, length).asByteBuffer().order(ByteOrder.nativeOrder()));
            }
            at += (length + HEADER_BYTES + 7L) & ~7L;
            POSITION.setRelease(consumer, 0L, at);
        }
    }

    /// A writer is between reserving and committing for nanoseconds: it runs in the kernel and cannot be preempted by us for long.
    private int committed(long record) {
        int header = (int) LENGTH.getAcquire(producer, record);
        while ((header & BUSY) != 0) {
            Thread.onSpinWait();
            header = (int) LENGTH.getAcquire(producer, record);
        }
        return header;
    }

    @Override
    public void close() throws IOException {
        Call.MUNMAP.invoke(consumer.address(), consumer.byteSize());
        Call.MUNMAP.invoke(producer.address(), producer.byteSize());
        map.close();
    }

    private static MemorySegment map(long bytes, int protection, int descriptor, long offset) throws ErrnoException {
        long address = Call.MMAP.invoke(0, bytes, protection, MAP_SHARED, descriptor, offset);
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }
}
