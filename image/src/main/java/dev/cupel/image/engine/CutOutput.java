package dev.cupel.image.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the first MiB of each stream and lets the rest go by.
final class CutOutput implements OutputSink {
    private static final int MOST_BYTES = 1024 * 1024;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Override
    public void take(boolean error, byte[] piece) {
        ByteArrayOutputStream kept = error ? errors : output;
        kept.write(piece, 0, Math.min(piece.length, MOST_BYTES - kept.size()));
    }

    ContainerOutput text() {
        return new ContainerOutput(output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
