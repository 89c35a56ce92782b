package dev.cupel.image.store;

import dev.cupel.image.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A stream whose bytes are digested by a thread of their own as they pass, so that who reads it need not wait for that.
final class DigestedInput extends FilterInputStream {
    private static final int AHEAD = 16;
    private static final byte[] END = new byte[0]; // no chunk is empty

    private final BlockingQueue<byte[]> passed = new ArrayBlockingQueue<>(AHEAD);
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final Thread digester;

    DigestedInput(InputStream in, MessageDigest digest) {
        super(in);
        this.digester = Thread.ofVirtual().start(() -> run(digest));
    }

    private void run(MessageDigest digest) {
        try {
            byte[] chunk = passed.take();
            while (chunk.length > 0) {
                digest.update(chunk);
                chunk = passed.take();
            }
            result.complete(digest.digest());
        } catch (InterruptedException e) {
            result.completeExceptionally(e); // closed before its end: nobody asks any more
        }
    }

    /// Of all that was read so far; nothing can be read afterwards.
    Digest digest(String algorithm) throws IOException {
        pass(END);
        try {
            return new Digest(algorithm, HexFormat.of().formatHex(result.get()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("a layer could not be digested", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.readNBytes(into, offset, length); // in few large chunks: each is handed over
        if (got == 0) {
            return length == 0 ? 0 : -1;
        }
        pass(Arrays.copyOfRange(into, offset, offset + got));
        return got;
    }

    /// Nothing may pass unseen.
    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        digester.interrupt();
        super.close();
    }

    private void pass(byte[] chunk) throws IOException {
        try {
            passed.put(chunk);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return (IOException) new InterruptedIOException("interrupted while a layer was read").initCause(cause);
    }
}
