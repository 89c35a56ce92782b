package dev.cupel.image.registry.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/// Sends one request and waits for the head of its answer. Redirects, statuses and retries are the caller's.
public final class Transport {
    private final HttpClients clients;
    private final Duration stall;

    /// `stall` is the longest time without a byte, in either direction.
    public Transport(HttpClients clients, Duration stall) {
        this.clients = clients;
        this.stall = stall;
    }

    /// Network trouble is a [BrokenTransfer]; a certificate that is not trusted is the [SSLException] itself, for sending again
    /// does not help. A thread that is interrupted gets an [InterruptedIOException] and stays interrupted.
    public Answer send(HttpRequest request) throws IOException {
        AtomicLong lastNanos = new AtomicLong(System.nanoTime());
        HttpRequest watched = request.bodyPublisher()
                .map(body -> HttpRequest.newBuilder(request, (name, value) -> true)
                        .method(request.method(), new WatchedPublisher(body, lastNanos))
                        .build())
                .orElse(request);
        CompletableFuture<HttpResponse<InputStream>> sent =
                clients.forUri(request.uri()).sendAsync(watched, head -> new PolledBody(stall));
        try {
            HttpResponse<InputStream> response = await(sent, lastNanos);
            return new Answer(response.uri(), response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while an answer was awaited").initCause(e);
        } finally {
            sent.cancel(true);
        }
    }

    private HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> sent, AtomicLong lastNanos)
            throws IOException, InterruptedException {
        while (true) {
            long left = stall.toNanos() - (System.nanoTime() - lastNanos.get());
            try {
                return sent.get(Math.max(1, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() - lastNanos.get() >= stall.toNanos()) {
                    throw new BrokenTransfer("no answer came for " + stall.toSeconds() + " seconds", e);
                }
            } catch (ExecutionException e) {
                throw told(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private static IOException told(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SSLException tls) {
                return tls;
            }
        }
        String reason = cause.getMessage() == null ? "the connection broke" : cause.getMessage();
        return new BrokenTransfer(reason, cause);
    }
}
