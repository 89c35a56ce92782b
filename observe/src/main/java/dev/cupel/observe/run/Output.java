package dev.cupel.observe.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a container writes: standard output, standard error, and both as they came; of each the last part is kept.
final class Output {
    private static final int LOG_BYTES = 8 << 20;
    private static final int STREAM_BYTES = 1 << 20;

    private final OutputRing all = new OutputRing(LOG_BYTES);
    private final OutputRing output = new OutputRing(STREAM_BYTES);
    private final OutputRing errors = new OutputRing(STREAM_BYTES);
    private final List<Thread> readers = new CopyOnWriteArrayList<>();

    OutputRing all() {
        return all;
    }

    OutputRing output() {
        return output;
    }

    OutputRing errors() {
        return errors;
    }

    /// Keeps a piece of standard error, or of standard output.
    void take(boolean error, byte[] bytes, int length) {
        all.add(bytes, length);
        (error ? errors : output).add(bytes, length);
    }

    /// This thread brings output, and ends when there is no more.
    void broughtBy(Thread reader) {
        readers.add(reader);
    }

    /// Waits until nobody can write any more and everything is read, for each reader at most so long.
    void awaitEnd(Duration timeout) {
        try {
            for (Thread reader : readers) {
                reader.join(timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
