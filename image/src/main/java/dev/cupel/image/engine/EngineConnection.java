package dev.cupel.image.engine;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.engine.http.HttpAnswer;
import dev.cupel.image.engine.http.HttpChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends every call: agrees on the API version once, and turns statuses and broken connections into what callers handle.
final class EngineConnection {
    /// The newest version whose answers this package was written for.
    private static final String NEWEST_KNOWN = "1.48";
    private static final int LONGEST_COMPLAINT = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EngineAddress address;
    private final HttpChannel channel;
    private final ReentrantLock agreeing = new ReentrantLock();
    private @Nullable String version;

    EngineConnection(EngineAddress address) {
        this.address = address;
        this.channel = new HttpChannel(address.socket());
    }

    EngineAddress address() {
        return address;
    }

    <T> T call(EngineCall<T> call) throws IOException {
        EngineRequest request = call.request();
        try (HttpAnswer answer = send(request, "/v" + version() + request.target())) {
            if (answer.status() >= 400) {
                throw new EngineRefusal(call.action(), answer.status(), complaint(answer));
            }
            return call.read(answer);
        }
    }

    /// The answer about something that need not be there; empty where it is not.
    <T> Optional<T> found(EngineCall<T> call) throws IOException {
        try {
            return Optional.of(call(call));
        } catch (EngineRefusal refusal) {
            if (refusal.isMissing()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /// The API version both sides know; the first call asks the engine.
    String version() throws IOException {
        agreeing.lock();
        try {
            if (version == null) {
                version = agree();
            }
            return version;
        } finally {
            agreeing.unlock();
        }
    }

    private String agree() throws IOException {
        try (HttpAnswer answer = send(EngineRequest.get("/_ping"), "/_ping")) {
            String offered = answer.field("api-version").orElse("");
            if (answer.status() != 200 || !offered.matches("1\\.[0-9]{1,4}")) {
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "What listens on " + address + " is no Docker Engine: its answer to a ping has the status " + answer.status() + ".",
                        "Set DOCKER_HOST to the engine's socket.");
            }
            return minor(offered) < minor(NEWEST_KNOWN) ? offered : NEWEST_KNOWN;
        }
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(2));
    }

    private HttpAnswer send(EngineRequest request, String target) throws IOException {
        try {
            return request.body().isPresent()
                    ? channel.send(request.method(), target, request.idle(), request.contentType(), request.body().get())
                    : channel.send(request.method(), target, request.idle());
        } catch (SocketException e) {
            throw unreachable(e);
        }
    }

    private CupelException unreachable(SocketException cause) {
        boolean socketFile = address.socket() instanceof UnixDomainSocketAddress;
        Path file = socketFile ? ((UnixDomainSocketAddress) address.socket()).getPath() : Path.of("");
        String what = "Cannot reach Docker Engine at " + address + ": ";
        if (socketFile && !Files.exists(file)) {
            return new CupelException(
                    Fault.ENVIRONMENT,
                    what + "there is no such socket.",
                    "Start Docker, or set DOCKER_HOST; docker://NAME reads from the registry without an engine.",
                    cause);
        }
        if (socketFile && !Files.isWritable(file)) {
            return new CupelException(
                    Fault.ENVIRONMENT,
                    what + "this user may not use the socket.",
                    "Run as root or as a member of the socket's group (usually `docker`).",
                    cause);
        }
        String reason = cause instanceof ConnectException ? "nothing listens there." : "the connection broke.";
        return new CupelException(Fault.ENVIRONMENT, what + reason, "Start Docker again and look at its log.", cause);
    }

    private static String complaint(HttpAnswer answer) throws IOException {
        String text = new String(answer.body().readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8).strip();
        try {
            return JSON.readTree(text).path("message").asString(text);
        } catch (JacksonException e) {
            return text; // not every version answers errors in JSON: the text itself is the complaint then
        }
    }
}
