package dev.cupel.image.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.credentials.Credential;
import dev.cupel.image.credentials.Credentials;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.TrustedCertificates;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A registry with TLS by a private authority and with accounts.
@Needs({Provision.REGISTRY_PROGRAM, Provision.OPENSSL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecuredRegistryTest {
    private static final Credential ANN = new Credential.UserPassword("ann", "pass:word");
    /// bcrypt of "pass:word"
    private static final String ACCOUNTS = "ann:$2b$05$abcdefghijklmnopqrstuuDIEddBSuRWBBEY6g5zv60IAP5bSSfki\n";

    private final List<Registries> opened = new ArrayList<>();
    private final byte[] content = content();
    private final Descriptor blob = new Descriptor("application/octet-stream", Digest.of(content), content.length);

    private Path directory;
    private RegistryProcess registry;

    @BeforeAll
    void start(@TempDir Path shared) throws Exception {
        directory = shared;
        RegistryProcess.run(directory, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Cupel test authority",
                "-keyout", "ca.key", "-out", "ca.crt");
        RegistryProcess.run(directory, "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", "tls.key", "-out", "tls.csr");
        Files.writeString(directory.resolve("san"), "subjectAltName=IP:127.0.0.1");
        RegistryProcess.run(directory, "openssl", "x509", "-req", "-in", "tls.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial",
                "-days", "2", "-extfile", "san", "-out", "tls.crt");
        Files.writeString(directory.resolve("accounts"), ACCOUNTS);
        registry = RegistryProcess.start(
                directory,
                "  tls: {certificate: %s, key: %s}".formatted(directory.resolve("tls.crt"), directory.resolve("tls.key")),
                "auth: {htpasswd: {realm: test, path: %s}}".formatted(directory.resolve("accounts")));
        Path own = Files.createDirectories(directory.resolve("root/etc/docker/certs.d").resolve(registry.host()));
        Files.copy(directory.resolve("ca.crt"), own.resolve("ca.crt"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        registry.stop();
    }

    @AfterEach
    void close() {
        opened.forEach(Registries::close);
    }

    @Test
    void what_goes_up_in_one_piece_comes_down_again() throws IOException {
        Repository repository = repository("one", ANN);

        repository.upload(blob, file(), _ -> {});

        assertThat(repository.has(blob.digest())).isTrue();
        assertThat(read(repository)).isEqualTo(content);
    }

    @Test
    void what_goes_up_in_chunks_comes_down_again() throws IOException {
        Repository repository = repository("chunks", ANN);
        List<Long> sent = new ArrayList<>();

        repository.upload(blob, file(), 70_001, sent::add);

        assertThat(read(repository)).isEqualTo(content);
        assertThat(sent).last().isEqualTo(blob.sizeBytes());
    }

    @Test
    void a_manifest_is_found_by_tag_and_digest_and_listed() throws IOException {
        Repository repository = repository("tagged", ANN);
        repository.upload(blob, file(), _ -> {});
        byte[] manifest = manifest();

        Digest digest = repository.put("v1", MediaTypes.OCI_MANIFEST, manifest);

        assertThat(digest).isEqualTo(Digest.of(manifest));
        assertThat(repository.digestOf("v1")).contains(digest);
        assertThat(repository.digestOf("v2")).isEmpty();
        assertThat(repository.manifest(digest.toString()).bytes().toArray()).isEqualTo(manifest);
        assertThat(repository.tags()).containsExactly("v1");
        assertThat(opened.getLast().catalog(registry.host())).contains("tagged");
    }

    @Test
    void what_refers_to_a_manifest_is_found_under_the_tag_of_old_registries() throws IOException {
        Repository repository = repository("referred", ANN);
        repository.upload(blob, file(), _ -> {});
        Digest subject = repository.put("v1", MediaTypes.OCI_MANIFEST, manifest());
        assertThat(repository.referrers(subject)).isEmpty();
        String index = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}]}"
                .formatted(MediaTypes.OCI_INDEX, MediaTypes.OCI_MANIFEST, subject, manifest().length);

        repository.put(subject.toString().replace(':', '-'), MediaTypes.OCI_INDEX, index.getBytes(StandardCharsets.UTF_8));

        assertThat(repository.referrers(subject)).extracting(one -> one.manifest().digest()).containsExactly(subject);
    }

    @Test
    void a_blob_of_another_repository_is_taken_over() throws IOException {
        repository("origin", ANN).upload(blob, file(), _ -> {});
        Repository target = repository("taker", ANN);

        boolean mounted = target.mountOrUpload("origin", blob, () -> Path.of("/nonexistent"), _ -> {});

        assertThat(mounted).isTrue();
        assertThat(read(target)).isEqualTo(content);
    }

    @Test
    void a_blob_that_cannot_be_taken_over_is_sent() throws IOException {
        Repository target = repository("sender", ANN);

        boolean mounted = target.mountOrUpload("nowhere", blob, this::file, _ -> {});

        assertThat(mounted).isFalse();
        assertThat(read(target)).isEqualTo(content);
    }

    @Test
    void nobody_gets_in_without_an_account() {
        assertThatThrownBy(() -> repository("one", new Credential.Anonymous()).manifest("x"))
                .isInstanceOfSatisfying(RegistryRefusal.class, refusal -> assertThat(refusal.isDenied()).isTrue());
    }

    @Test
    void a_wrong_password_is_refused_and_not_shown() {
        assertThatThrownBy(() -> repository("one", new Credential.UserPassword("ann", "hunter2")).manifest("x"))
                .isInstanceOf(RegistryRefusal.class)
                .message()
                .doesNotContain("hunter2")
                .doesNotContain("YW5u");
    }

    @Test
    void an_authority_that_nobody_trusts_is_told_with_what_to_do() {
        Registries registries = open(ANN, new TrustedCertificates(Map.of(), directory.resolve("nothing")));

        assertThatThrownBy(() -> registries.ping(registry.host()))
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.next()).contains("/etc/docker/certs.d/" + registry.host() + "/ca.crt"))
                .hasMessageContaining("its TLS certificate was not accepted");
    }

    @Test
    void the_bundle_of_the_environment_is_trusted_too() throws IOException {
        Map<String, String> environment = Map.of("SSL_CERT_FILE", directory.resolve("ca.crt").toString());

        open(ANN, new TrustedCertificates(environment, directory.resolve("nothing"))).ping(registry.host());
    }

    private Repository repository(String repository, Credential credential) throws IOException {
        return open(credential, new TrustedCertificates(Map.of(), directory.resolve("root")))
                .repository(new ImageName(registry.host(), repository, Optional.empty(), Optional.empty()));
    }

    private Registries open(Credential credential, TrustedCertificates certificates) {
        Credentials credentials = (host, repository) -> credential;
        Registries registries =
                new Registries(RegistrySettings.with(credentials), new HttpClients(certificates, Duration.ofSeconds(20)));
        opened.add(registries);
        return registries;
    }

    private byte[] read(Repository repository) throws IOException {
        try (InputStream in = repository.open(blob)) {
            return in.readAllBytes();
        }
    }

    private Path file() throws IOException {
        return Files.write(directory.resolve("blob"), content);
    }

    private byte[] manifest() {
        return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d},\"layers\":[]}"
                .formatted(MediaTypes.OCI_MANIFEST, MediaTypes.OCI_CONFIG, blob.digest(), blob.sizeBytes())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        new Random(8).nextBytes(bytes);
        return bytes;
    }
}
