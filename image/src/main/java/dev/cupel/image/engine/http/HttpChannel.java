package dev.cupel.image.engine.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends requests to one address, each on a connection of its own. A thread that is interrupted while it waits gets a
/// [java.nio.channels.ClosedByInterruptException].
public final class HttpChannel {
    private final SocketAddress address;

    public HttpChannel(SocketAddress address) {
        this.address = address;
    }

    /// Sends a request without a body. `idle` is the longest wait for a byte.
    public HttpAnswer send(String method, String target, Duration idle) throws IOException {
        Map<String, String> fields = method.equals("POST") ? Map.of("Content-Length", "0") : Map.of();
        return exchange(new HttpRequestHead(method, target, withDefaults(fields)), idle, null);
    }

    /// Sends a request with a body of any length.
    public HttpAnswer send(String method, String target, Duration idle, String contentType, RequestBody body)
            throws IOException {
        Map<String, String> fields = Map.of("Content-Type", contentType, "Transfer-Encoding", "chunked");
        return exchange(new HttpRequestHead(method, target, withDefaults(fields)), idle, body);
    }

    private HttpAnswer exchange(HttpRequestHead head, Duration idle, @Nullable RequestBody body) throws IOException {
        SocketStream socket = SocketStream.connect(address, idle);
        try {
            socket.write(ByteBuffer.wrap(head.bytes()));
            return body == null
                    ? HttpAnswer.read(new SocketInput(socket), head.method(), socket)
                    : answerTo(body, head, socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static HttpAnswer answerTo(RequestBody body, HttpRequestHead head, SocketStream socket) throws IOException {
        SocketInput in = new SocketInput(socket);
        try {
            ChunkedOutput out = new ChunkedOutput(socket);
            body.writeTo(out);
            out.finish();
        } catch (PeerStoppedReading stopped) {
            try {
                return HttpAnswer.read(in, head.method(), socket);
            } catch (IOException silent) {
                stopped.addSuppressed(silent);
                throw stopped;
            }
        }
        return HttpAnswer.read(in, head.method(), socket);
    }

    private static Map<String, String> withDefaults(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("Host", "localhost");
        all.put("User-Agent", "cupel");
        all.put("Connection", "close");
        return all;
    }
}
