package dev.cupel.image.engine.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// A file of a layer's directory as a stream that opens it only when something is read.
final class LayerFileStream extends InputStream {
    private final LayerDirectory directory;
    private final String name;
    private @Nullable FileChannel file;
    private long at;

    LayerFileStream(LayerDirectory directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        FileChannel open = file;
        if (open == null) {
            open = directory.channel(name);
            file = open;
        }
        int got = open.read(ByteBuffer.wrap(into, offset, length), at);
        at += Math.max(0, got);
        return got;
    }

    @Override
    public long skip(long wanted) {
        at += Math.max(0, wanted);
        return Math.max(0, wanted);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
