package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Origin;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// One visitor of the container's web servers: keeps cookies, follows nothing by itself. Every request has a connection of its
/// own: a request of a probe must not depend on what the one before did to the connection, and on a kept connection servers
/// that write head and body separately lose 40 ms an answer to delayed acknowledgements.
public final class Visitor {
    private final HttpLimits limits;
    private final LongSupplier nanos;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Connector connector;

    /// @param nanos the time, as [System#nanoTime] tells it
    public Visitor(HttpLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        this.connector = new Connector(limits.request());
    }

    /// Asks and waits, at most the limit's time. Call it on a thread inside the container's network.
    public Answer ask(Ask.Http ask) {
        byte[] request = RequestBytes.of(ask, cookieHeader(ask.origin(), ask.target()));
        try (Connector.Connection connection = connector.open(ask.origin())) {
            TimedStream in = new TimedStream(connection, limits.request(), nanos);
            Sending sending = connection.send(request);
            return answer(ask, in, sending);
        } catch (IOException e) {
            return new Answer.Silent(e.getMessage() == null ? "the connection broke" : e.getMessage());
        }
    }

    private Answer answer(Ask.Http ask, TimedStream in, Sending sending) throws IOException {
        try {
            Answer.Http answer = new ResponseReader(in, limits).read(ask.method());
            remember(ask, answer);
            return answer;
        } catch (IOException e) {
            sending.failure().ifPresent(e::addSuppressed);
            throw e;
        }
    }

    private List<Header> cookieHeader(Origin origin, String target) {
        try {
            return cookies.get(URI.create(origin.base() + Target.encode(Target.path(target))), Map.of()).values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.collectingAndThen(Collectors.joining("; "),
                            all -> all.isEmpty() ? List.of() : List.of(new Header("Cookie", all))));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(); // a target that is no address, sent on purpose: no cookie is meant for it
        }
    }

    private void remember(Ask.Http ask, Answer.Http answer) throws IOException {
        List<String> set = answer.headers().stream().filter(one -> one.name().equals("set-cookie")).map(Header::value).toList();
        if (!set.isEmpty()) {
            cookies.put(URI.create(ask.origin().base() + Target.encode(Target.path(ask.target()))), Map.of("Set-Cookie", set));
        }
    }
}
