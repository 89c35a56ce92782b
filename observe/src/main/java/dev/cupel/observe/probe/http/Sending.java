package dev.cupel.observe.probe.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Writes a request and remembers what went wrong, which matters only if no answer comes.
final class Sending implements Runnable {
    private final OutputStream out;
    private final byte[] bytes;
    private volatile Optional<IOException> failure = Optional.empty();

    Sending(OutputStream out, byte[] bytes) {
        this.out = out;
        this.bytes = bytes;
    }

    @Override
    public void run() {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    Optional<IOException> failure() {
        return failure;
    }
}
