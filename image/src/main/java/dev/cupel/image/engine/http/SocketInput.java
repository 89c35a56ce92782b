package dev.cupel.image.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/// What the other side sends, as a stream with a buffer of its own.
final class SocketInput extends InputStream {
    private static final int BUFFER_BYTES = 128 * 1024;
    private final SocketStream socket;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);

    SocketInput(SocketStream socket) {
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            int count = socket.read(buffer);
            buffer.flip();
            return count > 0;
        }
        return true;
    }
}
