package dev.cupel.image.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Takes apart what a container without a terminal writes: frames of one byte for the stream, three zero bytes and a big-endian
/// length. Spec: Engine API, "Attach to a container", "Stream format".
final class OutputFrames {
    private static final int HEADER_BYTES = 8;
    private static final int PIECE_BYTES = 64 * 1024;

    private OutputFrames() {}

    /// Passes every piece on as it comes, until the stream ends.
    static void read(InputStream in, OutputSink sink) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        while (header.length == HEADER_BYTES) {
            int stream = header[0];
            if (stream < 0 || stream > 2 || header[1] != 0 || header[2] != 0 || header[3] != 0) {
                throw new IOException("the engine's output has a frame that is none: is it a terminal's?");
            }
            copy(in, ByteBuffer.wrap(header).getInt(4) & 0xffffffffL, stream == 2, sink);
            header = in.readNBytes(HEADER_BYTES);
        }
        if (header.length != 0) {
            throw new EOFException("the engine's output ends within a frame");
        }
    }

    private static void copy(InputStream in, long length, boolean error, OutputSink sink) throws IOException {
        for (long left = length; left > 0; ) {
            byte[] piece = in.readNBytes((int) Math.min(left, PIECE_BYTES));
            if (piece.length == 0) {
                throw new EOFException("the engine's output ends within a frame");
            }
            sink.take(error, piece);
            left -= piece.length;
        }
    }
}
