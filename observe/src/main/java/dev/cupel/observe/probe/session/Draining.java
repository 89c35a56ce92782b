package dev.cupel.observe.probe.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Reads a stream to its end on a thread of its own, so that whoever writes never has to wait, and keeps the first MiB.
final class Draining implements AutoCloseable {
    private static final int MOST = 1 << 20;
    private static final int PIECE = 8 << 10;

    private final InputStream stream;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;

    private Draining(InputStream stream) {
        this.stream = stream;
        // A read of a pipe cannot be ended from here: where a stranger holds the other end, the thread must not keep the program alive.
        this.thread = Thread.ofPlatform().daemon().name("test-output").unstarted(this::drain);
    }

    static Draining of(InputStream stream) {
        Draining draining = new Draining(stream);
        draining.thread.start();
        return draining;
    }

    /// What came up to the stream's end; where that does not come within `patience`, what came until then.
    String text(Duration patience) throws InterruptedException {
        thread.join(patience);
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void drain() {
        byte[] piece = new byte[PIECE];
        try {
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                synchronized (kept) {
                    kept.write(piece, 0, Math.min(count, MOST - kept.size()));
                }
            }
        } catch (IOException closed) {
            return; // by its owner, who has what came before
        }
    }
}
