package dev.cupel.image.progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Adds up bytes that several threads move, and tells a listener.
public final class ByteCount {
    private final Progress progress;
    private final long totalBytes;
    private final AtomicLong done = new AtomicLong();

    /// `totalBytes` is 0 while it is not known.
    public ByteCount(Progress progress, long totalBytes) {
        this.progress = progress;
        this.totalBytes = totalBytes;
    }

    public void add(long bytes) {
        progress.advance(done.addAndGet(bytes), totalBytes);
    }

    /// The same stream, its bytes counted as they are read.
    public InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                add(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                add(Math.max(0, count));
                return count;
            }
        };
    }
}
