package dev.cupel.image.compression;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/// One block of a deflate stream that ends at a byte border, so that blocks made apart can stand behind one another.
final class DeflateBlock {
    private static final int WINDOW = 1 << 15;

    private final byte[] before;
    private final byte[] content;
    private final int level;
    private final boolean last;

    DeflateBlock(byte[] before, byte[] content, int level, boolean last) {
        this.before = before;
        this.content = content;
        this.level = level;
        this.last = last;
    }

    byte[] compress() {
        Deflater deflater = new Deflater(level, true);
        try {
            int window = Math.min(WINDOW, before.length);
            if (window > 0) {
                deflater.setDictionary(before, before.length - window, window);
            }
            deflater.setInput(content);
            if (last) {
                deflater.finish();
            }
            return drained(deflater);
        } finally {
            deflater.end();
        }
    }

    private byte[] drained(Deflater deflater) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + 64);
        byte[] buffer = new byte[1 << 16];
        int got = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        while (got > 0) {
            out.write(buffer, 0, got);
            // A buffer that is not full means that all of it is out, the empty block that ends it at a byte border too.
            got = got < buffer.length ? 0 : deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        }
        return out.toByteArray();
    }
}
