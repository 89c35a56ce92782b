package dev.cupel.image.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cupel.image.credentials.Credentials;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.TrustedCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/// A server that answers as it was told, one answer a request; the last answer for a path repeats. It notes what it was asked.
final class ScriptedRegistry implements AutoCloseable {
    /// Answers one request.
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Queue<Reply>> script = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Registries> opened = new ArrayList<>();
    private Duration patience = Duration.ofMinutes(1);

    ScriptedRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        on("/v2/", status(200));
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    ScriptedRegistry on(String path, Reply... replies) {
        script.put(path, new ConcurrentLinkedQueue<>(List.of(replies)));
        return this;
    }

    /// Clients made from now on take silence for a fault after this time.
    ScriptedRegistry patience(Duration longest) {
        patience = longest;
        return this;
    }

    /// `METHOD path authorization-kind range`, one a request, pings left out.
    List<String> requests() {
        return requests;
    }

    List<Duration> pauses() {
        return pauses;
    }

    Repository repository(String name) throws IOException {
        return repository(name, Credentials.none());
    }

    Repository repository(String name, Credentials credentials) throws IOException {
        return registries(credentials, Map.of()).repository(new ImageName(host(), name, Optional.empty(), Optional.empty()));
    }

    Registries registries(Credentials credentials, Map<String, List<java.net.URI>> mirrors) {
        RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(60), RandomGenerator.of("L64X128MixRandom"), pauses::add);
        Registries registries = new Registries(
                RegistrySettings.with(credentials).withRetries(policy).withStall(patience).withMirrors(mirrors),
                new HttpClients(new TrustedCertificates(Map.of(), Path.of("/nonexistent")), Duration.ofSeconds(5)));
        opened.add(registries);
        return registries;
    }

    static Reply status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Reply status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Reply json(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply bytes(byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /// Promises `promised` bytes and breaks the connection after `sent`.
    static Reply cut(byte[] body, int sent) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, sent);
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        };
    }

    /// The rest of the body from where the request wants it.
    static Reply rest(byte[] body) {
        return exchange -> {
            int from = Integer.parseInt(exchange.getRequestHeaders().getFirst("Range").replaceAll("[^0-9]", ""));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (body.length - 1) + "/" + body.length);
            exchange.sendResponseHeaders(206, body.length - from);
            exchange.getResponseBody().write(body, from, body.length - from);
        };
    }

    @Override
    public void close() {
        opened.forEach(Registries::close);
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("-");
            String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("-");
            if (!path.equals("/v2/")) {
                requests.add(exchange.getRequestMethod() + " " + path + " " + authorization + " " + range);
            }
            exchange.getRequestBody().readAllBytes();
            Queue<Reply> replies = script.getOrDefault(path.replaceFirst("\\?.*", ""), new ConcurrentLinkedQueue<>());
            Reply next = replies.size() > 1 ? replies.poll() : replies.peek();
            (next == null ? status(404) : next).to(exchange);
        }
    }
}
