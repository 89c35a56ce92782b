package dev.cupel.image.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// A body of a promised length; a connection that ends before it is [MalformedHttp].
final class LengthInput extends InputStream {
    private final InputStream in;
    private long left;

    LengthInput(InputStream in, long lengthBytes) {
        this.in = in;
        this.left = lengthBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (left == 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = in.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new MalformedHttp("the answer ends " + left + " bytes early");
        }
        left -= count;
        return count;
    }
}
