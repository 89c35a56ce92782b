package dev.cupel.image.compression;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops a stream that grows beyond its limit.
final class ExpandedStream extends FilterInputStream {
    private final CountedStream compressed;
    private final ExpansionLimit limit;
    private long expanded;

    ExpandedStream(InputStream in, CountedStream compressed, ExpansionLimit limit) {
        super(in);
        this.compressed = compressed;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, length);
        expanded += Math.max(got, 0);
        if (expanded > limit.allowed(compressed.count())) {
            throw new DamagedStream("%d compressed bytes became %d and more: this is a bomb, not a layer"
                    .formatted(compressed.count(), expanded));
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
