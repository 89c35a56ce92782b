package dev.cupel.image.tar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of an archive's file as a stream; several can be open at a time. Closing it leaves the file open.
public final class FileRange extends InputStream {
    private final FileChannel file;
    private final long end;
    private long at;

    public FileRange(FileChannel file, long start, long end) {
        this.file = file;
        this.at = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == end) {
            return -1;
        }
        int got = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)), at);
        if (got < 0) {
            throw new EOFException("the archive ends within a file");
        }
        at += got;
        return got;
    }

    @Override
    public long skip(long wanted) {
        long skipped = Math.clamp(wanted, 0, end - at);
        at += skipped;
        return skipped;
    }
}
