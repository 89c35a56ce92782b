package dev.cupel.image.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A layer's tar on its way to the indexer: every byte that passes is written down.
final class TarCopy extends FilterInputStream {
    private final StagedFile copy;
    private final ContentStore store;

    TarCopy(InputStream in, StagedFile copy, ContentStore store) {
        super(in);
        this.copy = copy;
        this.store = store;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, length);
        if (got > 0) {
            store.append(copy, into, offset, got);
        }
        return got;
    }

    /// Nothing may pass unseen.
    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
