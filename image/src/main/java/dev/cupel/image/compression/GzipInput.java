package dev.cupel.image.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/// The compressed side of [GzipMembers]: a buffer that lends its bytes to the inflater and takes back what that left over.
/// Spec: RFC 1952, 2.3, "Member format".
final class GzipInput {
    private static final int METHOD_DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    GzipInput(InputStream in) {
        this.in = in;
    }

    /// Reads on; the end is a [DamagedStream].
    void fill() throws IOException {
        if (!tryFill()) {
            throw new DamagedStream("its gzip stream is cut off");
        }
    }

    void giveTo(Inflater inflater) {
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    void takeBack(int unused) {
        at = end - unused;
    }

    /// Reads a member's header; false at the end of the stream.
    boolean skipMemberHeader() throws IOException {
        if (at == end && !tryFill()) {
            return false;
        }
        if (next() != 0x1f || next() != 0x8b || next() != METHOD_DEFLATE) {
            throw new DamagedStream("something that is not gzip follows in its gzip stream");
        }
        int flags = next();
        skip(6); // time, extra flags, system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        return true;
    }

    long littleEndian() throws IOException {
        return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
    }

    void close() throws IOException {
        in.close();
    }

    private boolean tryFill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private int next() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int one = next();
        while (one != 0) {
            one = next();
        }
    }
}
