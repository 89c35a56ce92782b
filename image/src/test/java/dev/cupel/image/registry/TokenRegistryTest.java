package dev.cupel.image.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.credentials.Credential;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.TrustedCertificates;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A registry that believes only tokens which a server of our own signs: anybody may pull, Ann may push too.
@Needs({Provision.REGISTRY_PROGRAM, Provision.OPENSSL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenRegistryTest {
    private static final Credential ANN = new Credential.UserPassword("ann", "secret");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final byte[] content = "a blob".getBytes(StandardCharsets.UTF_8);
    private final Descriptor blob = new Descriptor("application/octet-stream", Digest.of(content), content.length);

    private Path directory;
    private HttpServer tokens;
    private RegistryProcess registry;

    @BeforeAll
    void start(@TempDir Path shared) throws Exception {
        directory = shared;
        RegistryProcess.run(directory, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=token server",
                "-keyout", "token.key", "-out", "token.crt");
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", this::issue);
        tokens.start();
        registry = RegistryProcess.start(directory, "", """
                auth:
                  token: {realm: "http://127.0.0.1:%d/token", service: cupel-test, issuer: us, rootcertbundle: %s}
                """.formatted(tokens.getAddress().getPort(), directory.resolve("token.crt")));
    }

    @AfterAll
    void stop() throws InterruptedException {
        registry.stop();
        tokens.stop(0);
    }

    @Test
    void tokens_open_the_way_to_push_and_pull() throws IOException {
        try (Registries registries = open(ANN)) {
            Repository repository = registries.repository(name("team/app"));
            repository.upload(blob, Files.write(directory.resolve("blob"), content), _ -> {});

            assertThat(repository.has(blob.digest())).isTrue();
        }
        try (Registries registries = open(new Credential.Anonymous());
                InputStream in = registries.repository(name("team/app")).open(blob)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void one_token_serves_all_requests_of_one_kind() throws IOException {
        try (Registries registries = open(ANN)) {
            Repository repository = registries.repository(name("team/often"));
            asked.clear();

            for (int i = 0; i < 5; i++) {
                repository.has(blob.digest());
            }

            assertThat(asked).containsExactly("repository:team/often:pull");
        }
    }

    @Test
    void who_may_only_pull_cannot_push() {
        try (Registries registries = open(new Credential.Anonymous())) {
            assertThatThrownBy(() -> registries
                            .repository(name("team/app"))
                            .upload(blob, Files.write(directory.resolve("blob"), content), _ -> {}))
                    .isInstanceOfSatisfying(RegistryRefusal.class, refusal -> assertThat(refusal.isDenied()).isTrue());
        }
    }

    private Registries open(Credential credential) {
        return new Registries(
                RegistrySettings.with((host, repository) -> credential),
                new HttpClients(new TrustedCertificates(Map.of(), directory), Duration.ofSeconds(20)));
    }

    private ImageName name(String repository) {
        return new ImageName(registry.host(), repository, Optional.empty(), Optional.empty());
    }

    private void issue(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            List<String> scopes = Arrays.stream(query.split("&"))
                    .filter(part -> part.startsWith("scope="))
                    .map(part -> URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8))
                    .toList();
            asked.add(String.join(" ", scopes));
            String login = exchange.getRequestHeaders().getFirst("Authorization");
            boolean ann = login != null && login.equals(((Credential.UserPassword) ANN).basic());
            byte[] body = ("{\"token\":\"" + token(scopes, ann) + "\",\"expires_in\":300}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private String token(List<String> scopes, boolean mayPush) throws IOException, GeneralSecurityException {
        String access = scopes.stream()
                .map(scope -> scope.split(":"))
                .map(parts -> "{\"type\":\"%s\",\"name\":\"%s\",\"actions\":[%s]}"
                        .formatted(parts[0], parts[1], mayPush && parts[2].contains("push") ? "\"pull\",\"push\"" : "\"pull\""))
                .collect(Collectors.joining(","));
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"us\",\"sub\":\"x\",\"aud\":\"cupel-test\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,\"jti\":\"%d\",\"access\":[%s]}"
                .formatted(now + 300, now - 10, now, System.nanoTime(), access);
        String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"%s\"]}".formatted(pem("token.crt"));
        String signed = encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature.sign());
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem("token.key"))));
    }

    private String pem(String file) throws IOException {
        return Files.readString(directory.resolve(file)).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
