package dev.cupel.image.registry;

import static dev.cupel.image.registry.ScriptedRegistry.bytes;
import static dev.cupel.image.registry.ScriptedRegistry.cut;
import static dev.cupel.image.registry.ScriptedRegistry.json;
import static dev.cupel.image.registry.ScriptedRegistry.rest;
import static dev.cupel.image.registry.ScriptedRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.credentials.Credential;
import dev.cupel.image.credentials.Credentials;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.http.BrokenTransfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFaultsTest {
    private static final byte[] CONTENT = content();
    private static final Descriptor BLOB = new Descriptor("application/octet-stream", Digest.of(CONTENT), CONTENT.length);
    private static final String BLOB_PATH = "/v2/a/b/blobs/" + BLOB.digest();
    private static final String MANIFEST = "{\"schemaVersion\":2}";
    private ScriptedRegistry server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedRegistry();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_cut_download_goes_on_where_it_broke() throws IOException {
        server.on(BLOB_PATH, cut(CONTENT, 70_000), rest(CONTENT));

        assertThat(pull()).isEqualTo(CONTENT);
        assertThat(server.requests()).hasSize(2).last().asString().containsPattern("bytes=[1-9][0-9]*-$");
    }

    @Test
    void a_server_that_knows_no_ranges_is_read_past_what_is_there() throws IOException {
        server.on(BLOB_PATH, cut(CONTENT, 70_000), bytes(CONTENT));

        assertThat(pull()).isEqualTo(CONTENT);
    }

    @Test
    void a_download_that_never_gets_further_is_given_up() {
        server.on(BLOB_PATH, cut(CONTENT, 70_000), exchange -> {
            throw new IOException("always");
        });

        assertThatThrownBy(this::pull)
                .isInstanceOf(BrokenTransfer.class)
                .hasMessageStartingWith("Cannot pull blob " + BLOB.digest() + " of a/b");
        assertThat(server.pauses()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_silent_download_is_given_up_and_asked_for_again() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        server.repository("a/b").digestOf("warm"); // so that no class is loaded within the short patience
        server.patience(Duration.ofSeconds(1)).on(BLOB_PATH, silentAfter(1000, end), rest(CONTENT));

        assertThat(pull()).isEqualTo(CONTENT);

        end.countDown();
    }

    @Test
    void a_blob_of_another_size_is_told_before_it_is_read() {
        server.on(BLOB_PATH, bytes(new byte[CONTENT.length + 1]));

        assertThatThrownBy(this::pull)
                .isInstanceOf(MalformedAnswer.class)
                .hasMessageContaining("it should have " + CONTENT.length + " bytes, the registry offers " + (CONTENT.length + 1));
    }

    @Test
    void a_range_that_was_not_asked_for_is_refused() {
        server.on(BLOB_PATH, cut(CONTENT, 70_000), exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-99/200");
            exchange.sendResponseHeaders(206, 100);
            exchange.getResponseBody().write(new byte[100]);
        });

        assertThatThrownBy(this::pull).isInstanceOf(MalformedAnswer.class).hasMessageContaining("the registry sent others");
    }

    @Test
    void a_manifest_with_another_digest_is_refused() {
        Digest asked = Digest.of(new byte[] {1});
        server.on("/v2/a/b/manifests/" + asked, json(MANIFEST));

        assertThatThrownBy(() -> server.repository("a/b").manifest(asked.toString()))
                .isInstanceOf(MalformedAnswer.class)
                .hasMessageContaining("the registry sent other content");
    }

    @Test
    void a_manifest_that_contradicts_its_own_header_is_refused() {
        server.on("/v2/a/b/manifests/x", exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", Digest.of(new byte[0]).toString());
            json(MANIFEST).to(exchange);
        });

        assertThatThrownBy(() -> server.repository("a/b").manifest("x")).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void a_manifest_without_end_is_cut_off() {
        server.on("/v2/a/b/manifests/x", bytes(new byte[5 << 20]));

        assertThatThrownBy(() -> server.repository("a/b").manifest("x")).isInstanceOf(IOException.class).hasMessageContaining("longer than");
    }

    @Test
    void a_busy_registry_is_asked_again_after_the_time_it_names() throws IOException {
        server.on("/v2/a/b/manifests/x", status(429, "Retry-After", "7"), status(503, "Retry-After", "9999"), json(MANIFEST));

        server.repository("a/b").manifest("x");

        assertThat(server.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofMinutes(1));
    }

    @Test
    void a_registry_that_stays_broken_is_told_with_its_own_words() {
        server.on("/v2/a/b/manifests/x", exchange -> {
            byte[] body = "{\"errors\":[{\"code\":\"UNAVAILABLE\",\"message\":\"moving\\u001b[2J house\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
        });

        assertThatThrownBy(() -> server.repository("a/b").manifest("x"))
                .isInstanceOf(RegistryRefusal.class)
                .hasMessage("Cannot get the manifest \"x\" of a/b: the registry answered 503, \"UNAVAILABLE: moving\\u001b[2J house\".");
        assertThat(server.requests()).hasSize(3);
        assertThat(server.pauses()).hasSize(2).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(50), Duration.ofMillis(200)));
    }

    @Test
    void what_does_not_exist_is_asked_for_once() {
        assertThatThrownBy(() -> server.repository("a/b").manifest("none"))
                .isInstanceOfSatisfying(RegistryRefusal.class, refusal -> assertThat(refusal.isMissing()).isTrue());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void credentials_do_not_follow_to_another_host() throws IOException {
        try (ScriptedRegistry other = new ScriptedRegistry()) {
            other.on("/signed", bytes(CONTENT));
            server.on(
                    BLOB_PATH,
                    status(401, "WWW-Authenticate", "Basic realm=\"x\""),
                    status(307, "Location", "http://" + other.host() + "/signed?sig=1"));

            assertThat(pull(new Credential.UserPassword("ann", "secret"))).isEqualTo(CONTENT);

            assertThat(server.requests()).last().asString().contains("Basic YW5uOnNlY3JldA==");
            assertThat(other.requests()).containsExactly("GET /signed?sig=1 - -");
        }
    }

    @Test
    void credentials_follow_within_the_host() throws IOException {
        server.on("/elsewhere", bytes(CONTENT));
        server.on(BLOB_PATH, status(401, "WWW-Authenticate", "Basic realm=\"x\""), status(302, "Location", "/elsewhere"));

        assertThat(pull(new Credential.UserPassword("ann", "secret"))).isEqualTo(CONTENT);
        assertThat(server.requests()).last().asString().startsWith("GET /elsewhere Basic ");
    }

    @Test
    void a_redirect_in_a_circle_ends() {
        server.on(BLOB_PATH, status(307, "Location", BLOB_PATH));

        assertThatThrownBy(this::pull).isInstanceOf(MalformedAnswer.class).hasMessageContaining("in a circle");
    }

    @Test
    void an_expired_token_is_replaced() throws IOException {
        String challenge = "Bearer realm=\"http://%s/token\",service=\"s\",scope=\"repository:a/b:pull\"".formatted(server.host());
        server.on("/token", json("{\"token\":\"one\"}"), json("{\"access_token\":\"two\",\"expires_in\":300}"));
        server.on("/v2/a/b/manifests/x", needing("one", challenge));
        Repository repository = server.repository("a/b");
        repository.manifest("x");
        server.on("/v2/a/b/manifests/x", needing("two", challenge));

        repository.manifest("x");

        assertThat(server.requests()).containsExactly(
                "GET /v2/a/b/manifests/x - -",
                "GET /token?service=s&scope=repository%3Aa%2Fb%3Apull - -",
                "GET /v2/a/b/manifests/x Bearer one -",
                "GET /v2/a/b/manifests/x Bearer one -",
                "GET /token?service=s&scope=repository%3Aa%2Fb%3Apull - -",
                "GET /v2/a/b/manifests/x Bearer two -");
    }

    @Test
    void a_token_that_is_refused_at_once_is_not_asked_for_for_ever() {
        String challenge = "Bearer realm=\"http://%s/token\",service=\"s\"".formatted(server.host());
        server.on("/token", json("{\"token\":\"hunter2\"}"));
        server.on("/v2/a/b/manifests/x", status(401, "WWW-Authenticate", challenge));

        assertThatThrownBy(() -> server.repository("a/b").manifest("x"))
                .isInstanceOfSatisfying(RegistryRefusal.class, refusal -> assertThat(refusal.isDenied()).isTrue())
                .message()
                .doesNotContain("hunter2");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void an_identity_token_is_traded_by_post() throws IOException {
        String challenge = "Bearer realm=\"http://%s/token\",service=\"s\"".formatted(server.host());
        server.on("/token", json("{\"access_token\":\"good\"}"));
        server.on("/v2/a/b/manifests/x", needing("good", challenge));

        server.repository("a/b", (registry, repository) -> new Credential.IdentityToken("long-lived")).manifest("x");

        assertThat(server.requests()).contains("POST /token - -");
    }

    @Test
    void an_upload_that_breaks_starts_anew(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("blob"), CONTENT);
        server.on("/v2/a/b/blobs/uploads/", status(202, "Location", "/upload/1"), status(202, "Location", "/upload/2?state=x"));
        server.on("/upload/1", exchange -> {
            throw new IOException("broken");
        });
        server.on("/upload/2", status(201));

        server.repository("a/b").upload(BLOB, file, _ -> {});

        assertThat(server.requests()).last().asString().startsWith("PUT /upload/2?state=x&digest=sha256%3A");
    }

    @Test
    void a_mirror_that_fails_is_passed_over() throws IOException {
        try (ScriptedRegistry mirror = new ScriptedRegistry()) {
            mirror.on("/v2/a/b/manifests/x", status(500));
            server.on("/v2/a/b/manifests/x", json(MANIFEST));
            Registries registries = server.registries(
                    Credentials.none(),
                    Map.of(server.host(), List.of(URI.create("http://" + mirror.host()))));

            var places = registries.forPull(new ImageName(
                    server.host(), "a/b", Optional.empty(), Optional.empty()));

            assertThat(places).extracting(Repository::registry).containsExactly(mirror.host(), server.host());
        }
    }

    @Test
    void an_interrupted_download_stops_at_once() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        server.on(BLOB_PATH, silentAfter(1000, end));
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("not interrupted"));
        Thread pulling = Thread.ofVirtual().start(() -> {
            try (InputStream in = server.repository("a/b").open(BLOB)) {
                in.readNBytes(1000);
                reading.countDown();
                in.read();
            } catch (IOException e) {
                thrown.set(e);
            }
        });
        reading.await();

        pulling.interrupt();
        pulling.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedIOException.class);
        end.countDown();
    }

    private byte[] pull() throws IOException {
        return pull(new Credential.Anonymous());
    }

    private byte[] pull(Credential credential) throws IOException {
        try (InputStream in = server.repository("a/b", (registry, repository) -> credential).open(BLOB)) {
            return in.readAllBytes();
        }
    }

    private static ScriptedRegistry.Reply needing(String token, String challenge) {
        return exchange -> {
            boolean good = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            (good ? json(MANIFEST) : status(401, "WWW-Authenticate", challenge)).to(exchange);
        };
    }

    private static ScriptedRegistry.Reply silentAfter(int sent, CountDownLatch end) {
        return exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, sent);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
