package dev.cupel.image.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;

/// Writes gzip with several threads and the same bytes whatever their number: one member, as every reader takes it, whose blocks
/// of 1 MiB are compressed each on its own with the 32 KiB before it as dictionary and joined at byte borders. No name, no time.
public final class ParallelGzip {
    private static final int BLOCK = 1 << 20;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final int level;
    private final int threads;

    /// `level` is zlib's, 1 to 9.
    public ParallelGzip(int level, int threads) {
        this.level = level;
        this.threads = threads;
    }

    /// Compresses all of `in`; both streams stay open.
    public void compress(InputStream in, OutputStream out) throws IOException {
        out.write(HEADER);
        CRC32 crc = new CRC32();
        long size = 0;
        Deque<Future<byte[]>> running = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            byte[] before = new byte[0];
            byte[] block = in.readNBytes(BLOCK);
            while (block.length > 0) {
                byte[] next = block.length < BLOCK ? new byte[0] : in.readNBytes(BLOCK);
                crc.update(block);
                size += block.length;
                DeflateBlock task = new DeflateBlock(before, block, level, next.length == 0);
                running.add(workers.submit(task::compress));
                if (running.size() > 2 * threads) {
                    out.write(result(running.remove(), workers));
                }
                before = block;
                block = next;
            }
            if (size == 0) {
                running.add(workers.submit(new DeflateBlock(before, block, level, true)::compress));
            }
            while (!running.isEmpty()) {
                out.write(result(running.remove(), workers));
            }
        }
        writeLittleEndian(crc.getValue(), out);
        writeLittleEndian(size, out);
    }

    private static byte[] result(Future<byte[]> running, ExecutorService workers) throws IOException {
        try {
            return running.get();
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a layer was compressed");
        } catch (ExecutionException e) {
            workers.shutdownNow();
            throw new IllegalStateException("deflate cannot go wrong on bytes in memory", e);
        }
    }

    private static void writeLittleEndian(long value, OutputStream out) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift));
        }
    }
}
