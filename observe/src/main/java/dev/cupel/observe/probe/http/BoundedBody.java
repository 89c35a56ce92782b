package dev.cupel.observe.probe.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/// Collects at most so many bytes of a body and then hangs up; [#cut] ends a body that would not end by itself.
final class BoundedBody implements BodySubscriber<byte[]> {
    private final long limitBytes;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();
    private volatile Optional<Subscription> subscribed = Optional.empty();

    BoundedBody(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed = Optional.of(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        synchronized (collected) {
            for (ByteBuffer buffer : buffers) {
                int room = (int) Math.min(buffer.remaining(), limitBytes - collected.size());
                byte[] part = new byte[room];
                buffer.get(part);
                collected.writeBytes(part);
            }
            if (collected.size() < limitBytes) {
                return;
            }
        }
        cut();
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        synchronized (collected) {
            done.complete(collected.toByteArray());
        }
    }

    /// Takes what has come so far for everything.
    void cut() {
        subscribed.ifPresent(Subscription::cancel);
        onComplete();
    }
}
