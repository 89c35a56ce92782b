package dev.cupel.observe.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The last so many bytes of a stream. Safe for one writer and any number of readers.
final class OutputRing {
    private final int capacity;
    private byte[] kept = new byte[8192];
    private long written;

    OutputRing(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(byte[] bytes, int length) {
        if (written + length > kept.length && kept.length < capacity) {
            kept = Arrays.copyOf(kept, (int) Math.min(capacity, Math.max(kept.length * 2L, written + length)));
        }
        int from = Math.max(0, length - kept.length);
        for (int done = from; done < length; ) {
            int at = (int) ((written + done) % kept.length);
            int piece = Math.min(length - done, kept.length - at);
            System.arraycopy(bytes, done, kept, at, piece);
            done += piece;
        }
        written += length;
    }

    /// A word of Cupel's own among the container's.
    void note(String text) {
        byte[] line = ("\n[cupel: " + text + "]\n").getBytes(StandardCharsets.UTF_8);
        add(line, line.length);
    }

    /// What is kept, oldest first; bytes that are not UTF-8 replaced.
    synchronized String text() {
        if (written <= kept.length) {
            return new String(kept, 0, (int) written, StandardCharsets.UTF_8);
        }
        int start = (int) (written % kept.length);
        byte[] inOrder = new byte[kept.length];
        System.arraycopy(kept, start, inOrder, 0, kept.length - start);
        System.arraycopy(kept, 0, inOrder, kept.length - start, start);
        return new String(inOrder, StandardCharsets.UTF_8);
    }
}
