package dev.cupel.image.rootfs;

import dev.cupel.image.layer.Entry;
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

/// File contents of one layer, out of its uncompressed tar. The tar is mapped in windows of 1 GiB, each once and reaching over
/// the next, so that a file costs no system call of its own.
final class TarContent {
    private static final long WINDOW = 1L << 30;

    private final StoredLayer layer;
    private final ConcurrentMap<Long, ByteBuffer> windows = new ConcurrentHashMap<>();

    TarContent(StoredLayer layer) {
        this.layer = layer;
    }

    ByteBuffer map(Entry file) throws IOException {
        if (file.sizeBytes() > Integer.MAX_VALUE) {
            throw new IOException("%s in the image has %d bytes; at most 2 GiB can be mapped".formatted(file.path(), file.sizeBytes()));
        }
        if (isSparse(file)) {
            return mapFilled(file);
        }
        long start = file.span().data();
        int size = (int) file.sizeBytes();
        if (size > WINDOW) {
            return map(start, size);
        }
        ByteBuffer window = window(start / WINDOW);
        return window.slice((int) (start % WINDOW), size).asReadOnlyBuffer();
    }

    InputStream open(Entry file) throws IOException {
        return new FileStream(new LayerTar(layer), file);
    }

    byte[] head(Entry file, int limit) throws IOException {
        int length = (int) Math.min(file.sizeBytes(), limit);
        if (isSparse(file) || file.sizeBytes() > WINDOW) {
            try (InputStream in = open(file)) {
                return in.readNBytes(length);
            }
        }
        byte[] head = new byte[length];
        map(file).get(head);
        return head;
    }

    private boolean isSparse(Entry file) {
        return layer.index().sparse().contains(file.path());
    }

    private ByteBuffer window(long number) throws IOException {
        ByteBuffer known = windows.get(number);
        if (known != null) {
            return known;
        }
        long start = number * WINDOW;
        ByteBuffer mapped = map(start, (int) Math.min(Integer.MAX_VALUE, layer.index().tarBytes() - start));
        ByteBuffer earlier = windows.putIfAbsent(number, mapped);
        return earlier == null ? mapped : earlier;
    }

    private ByteBuffer map(long start, int size) throws IOException {
        try (FileChannel channel = FileChannel.open(layer.tar(), StandardOpenOption.READ)) {
            if (start + size > channel.size()) {
                throw new IOException(layer.tar() + " is shorter than its index says");
            }
            return channel.map(MapMode.READ_ONLY, start, size);
        }
    }

    /// A sparse file with its holes filled, in a file without a name: what the kernel pages in need not fit on the heap.
    private ByteBuffer mapFilled(Entry file) throws IOException {
        Path filled = Files.createTempFile("cupel-sparse", "");
        try {
            try (InputStream in = open(file);
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
