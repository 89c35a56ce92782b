package dev.cupel.image.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/// A layer's tar put together again from its record and its directory, as a stream. What comes out is right only if its digest is:
/// the directory may have changed. A directory that cannot be the layer's is an [IOException].
final class ReassembledTar extends InputStream {
    private final TarSplit record;
    private final LayerDirectory directory;
    private InputStream piece = InputStream.nullInputStream();
    private long left;

    ReassembledTar(TarSplit record, LayerDirectory directory) {
        this.record = record;
        this.directory = directory;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (!advance()) {
                return -1;
            }
        }
        int count = piece.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new IOException("a file of the layer in " + directory.path() + " has become shorter");
        }
        left -= count;
        return count;
    }

    /// Contents that are skipped are not even opened.
    @Override
    public long skip(long wanted) throws IOException {
        while (left == 0) {
            if (!advance()) {
                return 0;
            }
        }
        long skipped = piece.skip(Math.min(wanted, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public void close() throws IOException {
        record.close();
        piece.close();
    }

    private boolean advance() throws IOException {
        piece.close();
        try {
            Optional<TarSplit.Piece> next = record.next();
            if (next.isPresent()) {
                open(next.get());
            }
            return next.isPresent();
        } catch (MalformedTarSplit e) {
            throw new IOException("the record of the layer in " + directory.path() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void open(TarSplit.Piece next) throws IOException {
        switch (next) {
            case TarSplit.Piece.Segment(var bytes, var sizeBytes) -> {
                piece = bytes;
                left = sizeBytes;
            }
            case TarSplit.Piece.Content(var name, var sizeBytes) -> {
                piece = new LayerFileStream(directory, name);
                left = sizeBytes;
            }
        }
    }
}
