package dev.cupel.image.rootfs;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerFiles;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.store.LayerTar;
import dev.cupel.image.store.StoredLayer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// File contents of one layer, out of its uncompressed tar. The tar is mapped in windows of 1 GiB, each once and reaching over
/// the next, so that a file costs no system call of its own.
public final class TarFiles implements LayerFiles {
    private static final long WINDOW = 1L << 30;

    private final LayerIndex index;
    private final Path file;
    private final long start;
    private final ConcurrentMap<Long, ByteBuffer> windows = new ConcurrentHashMap<>();
    private @Nullable FileChannel channel;

    /// The tar begins at byte `start` of `file`, and has the length that `index` says.
    public TarFiles(LayerIndex index, Path file, long start) {
        this.index = index;
        this.file = file;
        this.start = start;
    }

    /// A layer whose tar the store has.
    public static OpenedLayer of(StoredLayer layer) {
        return new OpenedLayer(layer.index(), new TarFiles(layer.index(), layer.tar(), 0));
    }

    @Override
    public ByteBuffer map(Entry entry) throws IOException {
        if (entry.sizeBytes() > Integer.MAX_VALUE) {
            throw new IOException("%s in the image has %d bytes; at most 2 GiB can be mapped".formatted(entry.path(), entry.sizeBytes()));
        }
        if (isSparse(entry)) {
            return mapFilled(entry);
        }
        long at = entry.span().data();
        int size = (int) entry.sizeBytes();
        if (size > WINDOW) {
            return map(at, size);
        }
        ByteBuffer window = window(at / WINDOW);
        return window.slice((int) (at % WINDOW), size).asReadOnlyBuffer();
    }

    @Override
    public InputStream open(Entry entry) throws IOException {
        return new FileStream(new LayerTar(index, file, start), entry);
    }

    @Override
    public byte[] head(Entry entry, int limit) throws IOException {
        int length = (int) Math.min(entry.sizeBytes(), limit);
        if (isSparse(entry)) {
            try (InputStream in = open(entry)) {
                return in.readNBytes(length);
            }
        }
        // Read, not mapped: pages that were touched once would stay in memory, and with them their neighbours.
        ByteBuffer head = ByteBuffer.allocate(length);
        long at = start + entry.span().data();
        while (head.hasRemaining()) {
            if (channel().read(head, at + head.position()) < 0) {
                throw new IOException(file + " is shorter than the layer in it");
            }
        }
        return head.array();
    }

    /// Opened once, and again after an interrupt, which closes it; the collector closes what nobody has any more.
    private synchronized FileChannel channel() throws IOException {
        if (channel == null || !channel.isOpen()) {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }
        return channel;
    }

    private boolean isSparse(Entry entry) {
        return index.sparse().contains(entry.path());
    }

    private ByteBuffer window(long number) throws IOException {
        ByteBuffer known = windows.get(number);
        if (known != null) {
            return known;
        }
        long at = number * WINDOW;
        ByteBuffer mapped = map(at, (int) Math.min(Integer.MAX_VALUE, index.tarBytes() - at));
        ByteBuffer earlier = windows.putIfAbsent(number, mapped);
        return earlier == null ? mapped : earlier;
    }

    private ByteBuffer map(long at, int size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (start + at + size > channel.size()) {
                throw new IOException(file + " is shorter than the layer in it");
            }
            return channel.map(MapMode.READ_ONLY, start + at, size);
        }
    }

    /// A sparse file with its holes filled, in a file without a name: what the kernel pages in need not fit on the heap.
    private ByteBuffer mapFilled(Entry entry) throws IOException {
        Path filled = Files.createTempFile("cupel-sparse", "");
        try {
            try (InputStream in = open(entry);
                    OutputStream out = Files.newOutputStream(filled)) {
                in.transferTo(out);
            }
            try (FileChannel channel = FileChannel.open(filled, StandardOpenOption.READ)) {
                return channel.map(MapMode.READ_ONLY, 0, channel.size());
            }
        } finally {
            Files.delete(filled);
        }
    }
}
