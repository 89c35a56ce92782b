package dev.cupel.observe.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Reads a stream to its end on a thread of its own and keeps the first MiB, so that a writer never waits.
final class CappedReader {
    private static final int MOST_BYTES = 1 << 20;
    /// A daemon that a command left behind may hold the stream open for ever.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final InputStream in;
    private final Thread thread;

    private CappedReader(InputStream in) {
        this.in = in;
        this.thread = Thread.ofPlatform().name("command output").daemon().unstarted(this::read);
    }

    static CappedReader of(InputStream in) {
        CappedReader reader = new CappedReader(in);
        reader.thread.start();
        return reader;
    }

    /// What was read once the stream has ended, or soon after the command has.
    String text() {
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    private void read() {
        byte[] buffer = new byte[16 * 1024];
        try (in) {
            int length = in.read(buffer);
            while (length >= 0) {
                keep(buffer, length);
                length = in.read(buffer);
            }
        } catch (IOException e) {
            byte[] note = ("\n[cupel: the output ends here: " + e.getMessage() + "]\n").getBytes(StandardCharsets.UTF_8);
            keep(note, note.length);
        }
    }

    private void keep(byte[] bytes, int length) {
        synchronized (kept) {
            kept.write(bytes, 0, Math.min(length, MOST_BYTES - kept.size()));
        }
    }
}
