package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A layer's tar on its way to the indexer: every byte that passes is written down and digested.
final class TarCopy extends FilterInputStream {
    private final StagedFile copy;
    private final ContentStore store;
    private final MessageDigest digest;

    TarCopy(InputStream in, StagedFile copy, ContentStore store, MessageDigest digest) {
        super(in);
        this.copy = copy;
        this.store = store;
        this.digest = digest;
    }

    Digest digest(String algorithm) {
        return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
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
            digest.update(into, offset, got);
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
