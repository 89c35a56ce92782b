package dev.cupel.image.tar;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// An archive's bytes with a position and a buffer. The end where there should be more is a [MalformedTar].
final class BlockInput {
    private final InputStream in;
    private final byte[] buffer;
    private int at;
    private int end;
    private long position;

    BlockInput(InputStream in, int bufferBytes) {
        this.in = in;
        this.buffer = new byte[bufferBytes];
    }

    long position() {
        return position;
    }

    /// The next block, or null at a clean end.
    byte @Nullable [] nextBlock() throws IOException, MalformedTar {
        if (at == end && !fill()) {
            return null;
        }
        return take(UstarBlock.BYTES);
    }

    byte[] take(int count) throws IOException, MalformedTar {
        byte[] bytes = new byte[count];
        int got = 0;
        while (got < count) {
            int more = read(bytes, got, count - got);
            if (more < 0) {
                throw cutOff();
            }
            got += more;
        }
        return bytes;
    }

    int read(byte[] into, int offset, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int got = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, got);
        at += got;
        position += got;
        return got;
    }

    /// Goes on to `target`. Beyond the buffer the stream itself skips, which a file does without reading; one byte before the
    /// target is read in any case, because a file skips beyond its end without a word.
    void skipTo(long target) throws IOException, MalformedTar {
        int buffered = (int) Math.min(target - position, end - at);
        at += buffered;
        position += buffered;
        while (position < target - 1) {
            long skipped = in.skip(target - 1 - position);
            if (skipped <= 0) {
                break;
            }
            position += skipped;
        }
        while (position < target) {
            take((int) Math.min(target - position, buffer.length));
        }
    }

    /// Reads on to the end, whatever comes.
    void drain() throws IOException {
        do {
            position += end - at;
            at = end;
        } while (fill());
    }

    MalformedTar cutOff() {
        return new MalformedTar("the archive is cut off at byte " + position);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
