package dev.cupel.image.registry.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A response body whose reader gives up after `stall` without a byte, or when interrupted; the JDK's own stream waits for ever.
/// Every failure to read is a [BrokenTransfer]. At most a few buffers are on their way to the reader.
final class PolledBody extends InputStream implements BodySubscriber<InputStream> {
    /// What comes through the queue: buffers, then one end.
    private sealed interface Event {}

    private record Buffers(List<ByteBuffer> list) implements Event {}

    private record End(@Nullable Throwable failure) implements Event {}

    private static final int AHEAD = 4;
    private final Duration stall;
    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    /// Set before anybody gets the stream.
    private volatile Flow.@Nullable Subscription subscription;
    private List<ByteBuffer> current = List.of();
    private int next;
    private boolean ended;

    PolledBody(Duration stall) {
        this.stall = stall;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        queue.add(new Buffers(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        queue.add(new End(failure));
    }

    @Override
    public void onComplete() {
        queue.add(new End(null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (next >= current.size() || !current.get(next).hasRemaining()) {
            if (next < current.size()) {
                next++;
            } else if (!refill()) {
                return -1;
            }
        }
        ByteBuffer buffer = current.get(next);
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        return count;
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        current = List.of();
        queue.clear();
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }

    private boolean refill() throws IOException {
        if (ended) {
            return false;
        }
        return switch (await()) {
            case Buffers(var list) -> {
                current = list;
                next = 0;
                Flow.Subscription source = subscription;
                if (source != null) {
                    source.request(1);
                }
                yield true;
            }
            case End(var failure) -> {
                ended = true;
                if (failure != null) {
                    throw new BrokenTransfer("the connection broke while the answer was read", failure);
                }
                yield false;
            }
        };
    }

    private Event await() throws IOException {
        try {
            Event event = queue.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
            if (event != null) {
                return event;
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while an answer was read").initCause(e);
        }
        close();
        throw new BrokenTransfer("no byte came for " + stall.toSeconds() + " seconds");
    }
}
