package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Digest;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `cupel vex attach`, and `cupel scan --vex attached`, of an image in a registry without a list of referrers.
@Needs(Provision.REGISTRY)
class AttachedVexTest {
    private static final String OPENSSL = "pkg:deb/debian/openssl";
    private static final String OTHER = "{\"predicateType\":\"https://slsa.dev/provenance/v1\",\"predicate\":{}}";

    @TempDir
    private Path folder;

    private String name;
    private RawRegistry registry;

    @BeforeEach
    void image() throws IOException {
        name = System.getenv("CUPEL_TEST_REGISTRY") + "/cupel-vex/app" + System.nanoTime();
        registry = RawRegistry.at(name);
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("var/lib/dpkg"));
        Files.writeString(root.resolve("etc/os-release"), "ID=debian\nVERSION_ID=\"12\"\n");
        Files.writeString(root.resolve("var/lib/dpkg/status"), "Package: openssl\nStatus: install ok installed\nArchitecture: amd64\nVersion: 3.0.11-1\n");
        Path advisories = Files.writeString(folder.resolve("Debian.jsonl"), advisory(1) + advisory(2) + advisory(3));
        assertThat(call("db", "import", advisories.toString()).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(call("copy", "dir:" + root, "docker://" + name + ":1").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void what_was_attached_silences_where_it_is_asked_for_and_nowhere_else() throws IOException {
        Path file = folder.resolve("team.json");
        call("vex", "add", file.toString(), "--vuln", "CVE-2024-1", "--product", OPENSSL, "--status", "not_affected", "--impact", "not built in", "--author", "Ada");

        Invocation attached = call("vex", "attach", name + ":1", file.toString());
        Invocation again = call("vex", "attach", name + ":1", file.toString());
        JsonNode report = scan("--vex", "attached");

        assertThat(attached.out()).startsWith("attached OpenVEX (").contains(" to " + name + "@sha256:", " as " + name + "@sha256:").hasLineCount(1);
        assertThat(again.out()).isEqualTo(attached.out().replaceFirst("attached", "was attached already:"));
        assertThat(ids(report)).containsExactly("CVE-2024-2", "CVE-2024-3");
        assertThat(report.path("silenced").toString()).contains("Ada in " + name + "@sha256:", "not built in");
        assertThat(ids(scan())).hasSize(3);
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "vex: [attached]\n");
        assertThat(ids(scan("--policy", policy.toString()))).hasSize(2);
    }

    /// One under cosign's tag of the image; beside it a document that refers to the index that the image stands in.
    @Test
    void attestations_under_a_tag_and_referrers_of_the_index_count() throws Exception {
        Digest image = registry.digestOf("1");
        String dsse = "application/vnd.dsse.envelope.v1+json";
        registry.manifest(
                image.toString().replace(':', '-') + ".att",
                "",
                registry.blob(dsse, "\"predicateType\":\"https://openvex.dev/ns\"", envelope(attested("CVE-2024-1"))),
                registry.blob(dsse, "\"predicateType\":\"https://slsa.dev/provenance/v1\"", "not even JSON"));
        registry.index("1", registry.descriptorOf("1").replace("\"size\"", "\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"},\"size\""));
        Path file = folder.resolve("team.json");
        call("vex", "add", file.toString(), "--vuln", "CVE-2024-3", "--product", OPENSSL, "--status", "fixed", "--author", "Ada");
        call("vex", "attach", name + ":1", file.toString());

        assertThat(ids(scan("--vex", "attached", "--platform", "linux/amd64"))).containsExactly("CVE-2024-2");
    }

    @Test
    void a_referrer_may_be_a_bundle_and_a_bill_without_vulnerabilities_says_nothing() throws Exception {
        Digest image = registry.digestOf("1");
        String subject = ",\"subject\":" + registry.descriptorOf("1");
        String bundle = "application/vnd.dev.sigstore.bundle.v0.3+json";
        registry.index(
                image.toString().replace(':', '-'),
                registry.manifest("", subject + ",\"artifactType\":\"%s\"".formatted(bundle), registry.blob(bundle, "", "{\"dsseEnvelope\":" + envelope(attested("CVE-2024-2")) + "}")),
                registry.manifest("", subject + ",\"artifactType\":\"%s\"".formatted(bundle), registry.blob(bundle, "", "{\"dsseEnvelope\":" + envelope(OTHER) + "}")));
        call("sbom", name + ":1", "--attach");

        assertThat(ids(scan("--vex", "attached"))).containsExactly("CVE-2024-1", "CVE-2024-3");
    }

    @Test
    void nothing_attached_is_told_and_what_cannot_be_read_ends_the_scan() throws Exception {
        assertThat(scan("--vex", "attached").path("warnings").toString()).contains("no VEX statement is attached to " + name + ":1");

        Digest image = registry.digestOf("1");
        String subject = ",\"subject\":" + registry.descriptorOf("1");
        registry.index(
                image.toString().replace(':', '-'),
                registry.manifest("", subject + ",\"artifactType\":\"application/openvex+json\"", registry.blob("application/openvex+json", "", "{}")));

        Invocation refused = call("scan", name + ":1", "--vex", "attached");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("cupel: Cannot read the VEX that is attached as " + name + "@sha256:", "neither OpenVEX nor CSAF 2 nor CycloneDX");
    }

    @Test
    void only_what_can_be_read_is_attached() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{}");

        assertThat(call("vex", "attach", name + ":1", file.toString()).err()).contains("Cannot attach " + file + ": ").contains("neither OpenVEX");
        assertThat(call("vex", "attach", name + ":1", folder.resolve("none").toString()).err()).contains("is not there");
        assertThat(call("vex", "attach", "dir:" + folder, file.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private static String advisory(int number) {
        return """
                {"id":"CVE-2024-%d","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
                """.formatted(number);
    }

    private static String attested(String id) {
        return """
                {"_type":"https://in-toto.io/Statement/v0.1","predicateType":"https://openvex.dev/ns/v0.2.0","predicate":{"@context":"https://openvex.dev/ns/v0.2.0","author":"Bob",
                "timestamp":"2026-01-01T00:00:00Z","statements":[{"vulnerability":{"name":"%s"},"products":[{"@id":"%s"}],"status":"fixed"}]}}
                """.formatted(id, OPENSSL);
    }

    private static String envelope(String statement) {
        return "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"%s\",\"signatures\":[]}"
                .formatted(Base64.getEncoder().encodeToString(statement.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode scan(String... more) {
        List<String> words = new ArrayList<>(List.of("scan", name + ":1", "--format", "json"));
        words.addAll(List.of(more));
        Invocation answer = call(words.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return JsonMapper.shared().readTree(answer.out());
    }

    private static List<String> ids(JsonNode report) {
        return report.path("findings").values().stream().map(one -> one.path("id").stringValue()).sorted().toList();
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
