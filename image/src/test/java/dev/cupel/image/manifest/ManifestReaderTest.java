package dev.cupel.image.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Platform;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
    private static final String HEX = "a".repeat(64);
    private static final String LAYER =
            "{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",\"size\":1,\"digest\":\"sha256:" + HEX + "\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"schemaVersion":1}                                             | schema 1
            {"schemaVersion":3,"layers":[]}                                 | "schemaVersion" is not 2
            {"schemaVersion":2,"layers":[],"manifests":[]}                  | either layers or manifests
            {"schemaVersion":2,"config":{},"manifests":[]}                  | either layers or manifests
            {"schemaVersion":2,"layers":[]}                                 | names no configuration
            {"schemaVersion":2,"layers":{},"config":{}}                     | "size"
            {"schemaVersion":2,"schemaVersion":2,"layers":[]}               | not JSON
            []                                                              | not a JSON object
            nonsense                                                        | not JSON
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","layers":[]} | another's fields
            """)
    void what_is_no_manifest_is_refused_with_a_reason(String document, String reason) {
        assertThatThrownBy(() -> ManifestReader.read(document.getBytes(StandardCharsets.UTF_8), ""))
                .isInstanceOf(MalformedManifest.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.cncf.helm.config.v1+json, a Helm chart",
        "application/vnd.wasm.config.v1+json, a WebAssembly module",
        "application/vnd.oci.empty.v1+json, an artifact of the type",
        "application/vnd.dev.cosign.artifact.sig.v1+json, an artifact of the type"
    })
    void objects_that_are_no_images_are_called_by_their_name(String configType, String name) {
        String document = "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"" + configType + "\",\"size\":2,\"digest\":\"sha256:"
                + HEX + "\"},\"layers\":[" + LAYER + "]}";

        assertThatThrownBy(() -> ManifestReader.read(document.getBytes(StandardCharsets.UTF_8), ""))
                .isInstanceOf(MalformedManifest.class)
                .hasMessageContaining(name);
    }

    @Test
    @Needs(Provision.SHARED_DATA)
    void a_signed_schema_1_manifest_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> ManifestReader.read(fixture("containers-v2s1.manifest.json"), ""))
                .isInstanceOf(MalformedManifest.class)
                .hasMessageContaining("pull and push it once");
    }

    @Test
    @Needs(Provision.SHARED_DATA)
    void a_schema_2_manifest_survives_being_written_again() throws Exception {
        Manifest read = ManifestReader.read(fixture("containers-v2s2.manifest.json"), "");

        assertThat(ManifestReader.read(ManifestWriter.write(read), "")).isEqualTo(read);
        assertThat(read).isInstanceOfSatisfying(Manifest.OfImage.class, image -> assertThat(image.layers()).hasSize(3));
    }

    @ParameterizedTest
    @Needs(Provision.SHARED_DATA)
    @CsvSource({
        "linux/amd64, sha256:59eec8837a4d942cc19a52b8c09ea75121acc38114a2c68b98983ce9356b8610",
        "linux/arm/v7, sha256:c84b0a3a07b628bc4d62e5047d0f8dff80f7c00979e1e28a821a033ecda8fe53",
        "linux/arm/v6, sha256:f365626a556e58189fc21d099fc64603db0f440bff07f77c740989515c544a39",
        "linux/s390x, ''"
    })
    void the_nearest_variant_is_chosen_and_never_simply_the_first(String platform, String digest) throws Exception {
        Manifest.OfIndex index = (Manifest.OfIndex) ManifestReader.read(fixture("containers-schema2list-variants.json"), "");

        String chosen = PlatformChoice.best(PlatformChoice.candidates(index), Platform.parse(platform))
                .map(Descriptor::digest)
                .map(Object::toString)
                .orElse("");

        assertThat(chosen).isEqualTo(digest);
    }

    @ParameterizedTest
    @Needs(Provision.SHARED_DATA)
    @CsvSource({"linux/amd64, b", "linux/arm64, c"})
    void of_two_for_one_platform_the_zstd_one_is_chosen(String platform, char digit) throws Exception {
        Manifest.OfIndex index = (Manifest.OfIndex) ManifestReader.read(fixture("containers-oci1.index.zstd-selection.json"), "");

        Descriptor chosen = PlatformChoice.best(PlatformChoice.candidates(index), Platform.parse(platform)).orElseThrow();

        assertThat(chosen.digest().hex()).startsWith(String.valueOf(digit));
    }

    @FuzzTest
    void no_manifest_brings_anything_but_its_own_exception(byte[] document) {
        try {
            Manifest manifest = ManifestReader.read(document, "");
            assertThat(ManifestReader.read(ManifestWriter.write(manifest), "")).isEqualTo(manifest);
        } catch (MalformedManifest e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    @FuzzTest
    void no_configuration_brings_anything_but_its_own_exception(byte[] document) {
        try {
            assertThat(ImageConfigReader.read(document)).isNotNull();
        } catch (MalformedManifest e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(SharedData.directory().resolve("images").resolve(name));
    }
}
