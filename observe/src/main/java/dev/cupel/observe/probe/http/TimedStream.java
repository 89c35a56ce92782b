package dev.cupel.observe.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Reads from a connection until a moment; from then on every read is a [SocketTimeoutException].
final class TimedStream extends InputStream {
    private final Connector.Connection connection;
    private final Duration limit;
    private final LongSupplier nanos;
    private final long start;
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int filled;

    TimedStream(Connector.Connection connection, Duration limit, LongSupplier nanos) {
        this.connection = connection;
        this.limit = limit;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == filled && !fill()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        long left = limit.toMillis() - (nanos.getAsLong() - start) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no complete answer within " + limit.toMillis() + " ms");
        }
        connection.socket().setSoTimeout((int) left);
        at = 0;
        filled = 0;
        filled = Math.max(0, connection.in().read(buffer));
        return filled > 0;
    }
}
