package dev.cupel.image.archive;

import dev.cupel.image.Digest;
import dev.cupel.image.tar.FileRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Digests layers where they lie while others already look at them; what these found out counts only once [#await] returned.
final class LayerChecks implements AutoCloseable {
    private final CannotLoad problem;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentMap<Digest, Future<Digest>> running = new ConcurrentHashMap<>();

    LayerChecks(CannotLoad problem) {
        this.problem = problem;
    }

    void begin(Digest expected, Members.FilePart place) {
        running.computeIfAbsent(expected, _ -> threads.submit(() -> digest(expected, place)));
    }

    /// Waits for all that was begun. A layer with another digest is a [dev.cupel.image.CupelException].
    void await() throws IOException {
        try {
            for (Map.Entry<Digest, Future<Digest>> one : running.entrySet()) {
                Digest found = one.getValue().get();
                if (!found.equals(one.getKey())) {
                    throw problem.because("a layer has the digest " + found + " instead of " + one.getKey(), "Save or build the image again.");
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while layers were checked").initCause(e);
        }
    }

    private static Digest digest(Digest expected, Members.FilePart place) throws IOException {
        MessageDigest digest = expected.computation();
        byte[] buffer = new byte[1 << 17];
        try (FileChannel file = FileChannel.open(place.file(), StandardOpenOption.READ);
                InputStream in = new FileRange(file, place.start(), place.start() + place.sizeBytes())) {
            int got = in.read(buffer, 0, buffer.length);
            while (got >= 0) {
                digest.update(buffer, 0, got);
                got = in.read(buffer, 0, buffer.length);
            }
        }
        return new Digest(expected.algorithm(), HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
