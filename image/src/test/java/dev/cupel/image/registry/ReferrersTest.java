package dev.cupel.image.registry;

import static dev.cupel.image.registry.ScriptedRegistry.json;
import static dev.cupel.image.registry.ScriptedRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.manifest.Artifact;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.manifest.ReferrersIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferrersTest {
    private static final Digest SUBJECT = Digest.of(new byte[0]);
    private static final String LIST = "/v2/a/b/referrers/" + SUBJECT;
    private static final Artifact ARTIFACT = new Artifact(
            "t/x", new Descriptor("t/x", Digest.of(new byte[1]), 1), new Descriptor(MediaTypes.OCI_MANIFEST, SUBJECT, 0), new TreeMap<>());

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
    void a_registry_that_says_that_it_lists_the_subject_is_believed() throws IOException {
        String path = "/v2/a/b/manifests/" + ARTIFACT.descriptor().digest();
        server.on(path, status(201, "OCI-Subject", SUBJECT.toString()));

        server.repository("a/b").refer(ARTIFACT);

        assertThat(server.requests()).containsExactly("PUT " + path + " - -");
    }

    @Test
    void a_list_in_pages_is_read_to_its_end() throws IOException {
        server.on(LIST, page("2", "?n=2"), page("3", ""));

        assertThat(server.repository("a/b").referrers(SUBJECT)).extracting(one -> one.manifest().digest().hex()).containsExactly("2".repeat(64), "3".repeat(64));
    }

    @Test
    void a_list_without_end_is_left() throws IOException {
        server.on(LIST, page("2", "?again"));

        assertThat(server.repository("a/b").referrers(SUBJECT)).hasSize(100);
    }

    @Test
    void a_list_that_never_keeps_our_entry_is_given_up() {
        String tag = "/v2/a/b/manifests/" + SUBJECT.toString().replace(':', '-');
        server.on("/v2/a/b/manifests/" + ARTIFACT.descriptor().digest(), status(201));
        server.on(tag, exchange -> (exchange.getRequestMethod().equals("PUT") ? status(201) : page("2", "")).to(exchange));

        assertThatThrownBy(() -> server.repository("a/b").refer(ARTIFACT)).isInstanceOf(MalformedAnswer.class).hasMessageContaining("all the time");
    }

    @Test
    void what_is_no_index_is_refused_and_not_written_over() {
        server.on("/v2/a/b/manifests/" + ARTIFACT.descriptor().digest(), status(201));
        server.on("/v2/a/b/manifests/" + SUBJECT.toString().replace(':', '-'), json("{\"schemaVersion\":2,\"layers\":[]}"));

        assertThatThrownBy(() -> server.repository("a/b").refer(ARTIFACT)).isInstanceOf(MalformedAnswer.class);
        assertThat(server.requests()).filteredOn(one -> one.startsWith("PUT")).hasSize(1);
    }

    @FuzzTest
    void any_index_and_any_artifact_is_read_or_refused(FuzzedDataProvider data) {
        String text = data.pickValue(new String[] {"{\"schemaVersion\":2,\"manifests\":[", "{\"schemaVersion\":2,\"layers\":[", ""}) + data.consumeRemainingAsString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(ReferrersIndex.read(bytes)).isNotNull();
        } catch (MalformedManifest expected) {
            assertThat(expected.getMessage()).isNotEmpty();
        }
        try {
            assertThat(Artifact.read(bytes).type()).isNotNull();
        } catch (MalformedManifest expected) {
            assertThat(expected.getMessage()).isNotEmpty();
        }
    }

    private static ScriptedRegistry.Reply page(String digit, String next) {
        return exchange -> {
            exchange.getResponseHeaders().set("Link", next.isEmpty() ? "" : "<" + LIST + next + ">; rel=\"next\"");
            json("{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":1,\"artifactType\":\"t\"}]}"
                            .formatted(MediaTypes.OCI_MANIFEST, digit.repeat(64)))
                    .to(exchange);
        };
    }
}
