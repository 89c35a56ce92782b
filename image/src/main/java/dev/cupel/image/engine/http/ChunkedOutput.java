package dev.cupel.image.engine.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Sends a body of unknown length in chunks (RFC 9112, section 7.1); [#finish] sends the last one.
final class ChunkedOutput extends OutputStream {
    private static final int CHUNK_BYTES = 128 * 1024;
    private final SocketStream socket;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;

    ChunkedOutput(SocketStream socket) {
        this.socket = socket;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == chunk.length) {
            flush();
        }
        chunk[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, from.length);
        for (int done = 0; done < length; ) {
            if (filled == chunk.length) {
                flush();
            }
            int count = Math.min(length - done, chunk.length - filled);
            System.arraycopy(from, offset + done, chunk, filled, count);
            filled += count;
            done += count;
        }
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            send(Integer.toHexString(filled) + "\r\n");
            socket.write(ByteBuffer.wrap(chunk, 0, filled));
            send("\r\n");
            filled = 0;
        }
    }

    void finish() throws IOException {
        flush();
        send("0\r\n\r\n");
    }

    private void send(String text) throws IOException {
        socket.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
