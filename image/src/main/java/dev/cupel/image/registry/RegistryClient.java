package dev.cupel.image.registry;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.registry.http.Answer;
import dev.cupel.image.registry.http.BrokenTransfer;
import dev.cupel.image.registry.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/// Sends every request to one registry: authentication, redirects, retries, and turning a status into an error live here.
final class RegistryClient {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> WORTH_RETRYING = Set.of(408, 429, 500, 502, 503, 504);

    private final RegistryAddress address;
    private final Transport transport;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final Authorizer authorizer;

    RegistryClient(RegistryAddress address, Transport transport, RegistrySettings settings) {
        this.address = address;
        this.transport = transport;
        this.retries = settings.retries();
        this.clock = settings.clock();
        this.authorizer = new Authorizer(
                address.registry(), address.plain(), settings.credentials(), clock, request -> perform(request, false));
    }

    RegistryAddress address() {
        return address;
    }

    RetryPolicy retries() {
        return retries;
    }

    /// Sends the request, as often as it takes, and reads its result. A no is a [RegistryRefusal]; an answer that breaks the
    /// protocol is a [MalformedAnswer]; trouble that did not end is a [BrokenTransfer].
    <T> T call(Endpoint<T> endpoint) throws IOException {
        return perform(endpoint, true);
    }

    private <T> T perform(Endpoint<T> endpoint, boolean authorized) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> asked = Optional.empty();
            try {
                Answer answer = exchange(endpoint, authorized);
                if (endpoint.results().contains(answer.status())) {
                    return result(endpoint, answer);
                }
                asked = refusal(endpoint, answer, attempt);
            } catch (BrokenTransfer e) {
                if (!endpoint.repeatable()) {
                    throw e;
                }
                if (!e.mayPass()) {
                    throw new BrokenTransfer("Cannot " + endpoint.action() + ": the name of its host is not known.", e);
                }
                if (attempt >= retries.attempts()) {
                    throw new BrokenTransfer(
                            "Cannot " + endpoint.action() + ": " + e.getMessage() + ", " + attempt + " times in a row.", e);
                }
            }
            retries.before(attempt, asked);
        }
    }

    private static <T> T result(Endpoint<T> endpoint, Answer answer) throws IOException {
        boolean handedOver = false;
        try {
            T result = endpoint.read(answer);
            handedOver = endpoint.streams();
            return result;
        } finally {
            if (!handedOver) {
                answer.close();
            }
        }
    }

    /// Throws what will not get better; else answers with how long the registry wants to be left alone.
    private Optional<Duration> refusal(Endpoint<?> endpoint, Answer answer, int attempt) throws IOException {
        try (answer) {
            if (!isPassing(answer.status()) || !endpoint.repeatable() || attempt >= retries.attempts()) {
                throw new RegistryRefusal(endpoint.action(), answer.status(), RegistryErrors.read(answer));
            }
            return answer.header("Retry-After").flatMap(value -> RetryPolicy.retryAfter(value, clock.instant()));
        }
    }

    /// Whether a registry that answers so may well answer otherwise in a moment.
    static boolean isPassing(int status) {
        return WORTH_RETRYING.contains(status);
    }

    /// One exchange, and a second one where the registry wants to know who asks.
    private Answer exchange(Endpoint<?> endpoint, boolean authorized) throws IOException {
        Answer first = follow(endpoint, authorized);
        if (first.status() != 401 || !authorized) {
            return first;
        }
        Optional<Challenge> challenge = Challenge.choose(first.headers().allValues("WWW-Authenticate"));
        if (challenge.isEmpty()) {
            return first;
        }
        first.discard();
        authorizer.learn(challenge.get(), endpoint.scopes());
        return follow(endpoint, true);
    }

    private Answer follow(Endpoint<?> endpoint, boolean authorized) throws IOException {
        HttpRequest.Builder builder = endpoint.request(address.v2Root()).header("User-Agent", "cupel");
        HttpRequest original = builder.build();
        // An upload goes to an address of the registry's choice, which may be another host's.
        if (authorized && address.isSameOrigin(original.uri())) {
            authorizer.header(endpoint.scopes()).ifPresent(value -> builder.setHeader("Authorization", value));
        }
        HttpRequest request = builder.build();
        for (int redirects = 0; ; redirects++) {
            Answer answer = send(request);
            Optional<String> location = answer.header("Location");
            boolean moved = REDIRECTS.contains(answer.status()) && location.isPresent() && isRead(request);
            if (!moved) {
                return answer;
            }
            answer.discard();
            if (redirects >= MOST_REDIRECTS) {
                throw new MalformedAnswer("Cannot " + endpoint.action() + ": the registry redirects in a circle.");
            }
            request = redirected(request, location.get(), endpoint);
        }
    }

    private static boolean isRead(HttpRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /// The same request to another address; credentials stay behind when it is another host's.
    private static HttpRequest redirected(HttpRequest request, String location, Endpoint<?> endpoint) throws MalformedAnswer {
        URI target;
        try {
            target = request.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswer("Cannot " + endpoint.action() + ": the registry redirects to something that is no address.", e);
        }
        boolean downgrade = "https".equals(request.uri().getScheme()) && !"https".equals(target.getScheme());
        if (target.getHost() == null || downgrade || !List.of("http", "https").contains(target.getScheme())) {
            throw new MalformedAnswer("Cannot " + endpoint.action() + ": the registry redirects to an address that is not encrypted.");
        }
        boolean same = RegistryAddress.sameOrigin(request.uri(), target);
        return HttpRequest.newBuilder(request, (name, value) -> same || !name.equalsIgnoreCase("Authorization"))
                .uri(target)
                .build();
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            return transport.send(request);
        } catch (SSLException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot trust " + request.uri().getHost() + ": its TLS certificate was not accepted (" + e.getMessage() + ").",
                    "Put its authority's certificate into /etc/docker/certs.d/" + address.registry()
                            + "/ca.crt or into the file that SSL_CERT_FILE names.",
                    e);
        }
    }
}
