package dev.cupel.image.compression;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads Zstandard frames one after the other, skippable ones left out. Windows above 128 MiB are refused, as zstd itself does.
final class ZstdFrames extends FilterInputStream {
    ZstdFrames(InputStream in) throws IOException {
        super(new ZstdInputStreamNoFinalizer(in));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (ZstdIOException e) {
            throw new DamagedStream("its zstd stream is damaged or cut off: " + e.getMessage(), e);
        }
    }
}
