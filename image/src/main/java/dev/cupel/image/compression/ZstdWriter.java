package dev.cupel.image.compression;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Writes one Zstandard frame with a checksum; `level` is zstd's, 1 to 19.
public record ZstdWriter(int level) {
    /// Compresses all of `in`; both streams stay open.
    public void compress(InputStream in, OutputStream out) throws IOException {
        try (ZstdOutputStreamNoFinalizer frame = new ZstdOutputStreamNoFinalizer(new Unclosed(out), level)) {
            frame.setChecksum(true);
            in.transferTo(frame);
        }
    }

    /// Lets the compressor end its frame without ending what it writes to.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
