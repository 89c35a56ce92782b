package dev.cupel.image.engine.http;

import dev.cupel.image.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The body inside chunked framing (RFC 9112, section 7.1). A connection that ends before the last chunk is [MalformedHttp], so
/// that a cut body never passes for a whole one.
final class ChunkedInput extends InputStream {
    private final InputStream in;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
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
        if (left == 0 && !nextChunk()) {
            return -1;
        }
        int count = in.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new MalformedHttp("the answer ends within a chunk");
        }
        left -= count;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (ended) {
            return false;
        }
        if (!first && !ResponseHead.line(in).isEmpty()) {
            throw new MalformedHttp("a chunk is longer than it said");
        }
        first = false;
        String size = ResponseHead.line(in).split(";", 2)[0].trim();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new MalformedHttp(Quoted.of(size) + " is not the size of a chunk");
        }
        left = Long.parseLong(size, 16);
        ended = left == 0;
        if (ended) {
            skipTrailer();
        }
        return !ended;
    }

    private void skipTrailer() throws IOException {
        for (int lines = 0; !ResponseHead.line(in).isEmpty(); lines++) {
            if (lines > 100) {
                throw new MalformedHttp("the trailer behind the last chunk does not end");
            }
        }
    }
}
