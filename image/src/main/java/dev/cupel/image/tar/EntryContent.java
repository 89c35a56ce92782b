package dev.cupel.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// The content of the entry at hand, holes filled with zeros. An archive that ends within it is an [IOException]; closing it
/// leaves the archive open.
final class EntryContent extends InputStream {
    private final BlockInput in;
    private final Iterator<Extent> coming;
    private final long sizeBytes;
    private Extent piece;
    private long at;

    EntryContent(BlockInput in, List<Extent> pieces, long sizeBytes) {
        this.in = in;
        this.coming = pieces.iterator();
        this.sizeBytes = sizeBytes;
        this.piece = nextPiece();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (at == piece.end() && coming.hasNext()) {
            piece = nextPiece();
        }
        if (at == sizeBytes) {
            return -1;
        }
        int got = at < piece.offset() ? hole(into, offset, length) : stored(into, offset, length);
        at += got;
        return got;
    }

    private int hole(byte[] into, int offset, int length) {
        int zeros = (int) Math.min(length, piece.offset() - at);
        Arrays.fill(into, offset, offset + zeros, (byte) 0);
        return zeros;
    }

    private int stored(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, (int) Math.min(length, piece.end() - at));
        if (got < 0) {
            throw new IOException(in.cutOff().getMessage());
        }
        return got;
    }

    /// A hole at the end counts as an empty piece there.
    private Extent nextPiece() {
        return coming.hasNext() ? coming.next() : new Extent(sizeBytes, 0);
    }
}
