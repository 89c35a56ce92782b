package dev.cupel.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cupel.image.Digest;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Both formats, against the schemas that their specifications publish.
class BillOfMaterialsTest {
    private static final Digest IMAGE = Digest.of(new byte[0]);

    @TempDir
    private Path work;

    private Inventory inventory;

    @BeforeEach
    void catalogue() throws Exception {
        inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p lib/apk/db etc bin site/a.dist-info srv/node_modules/@x/y
                        printf 'ID=alpine\\nVERSION_ID=3.20.3\\nPRETTY_NAME="Alpine Linux v3.20"\\n' > etc/os-release
                        echo x > bin/busybox
                        printf 'P:musl\\nV:1.2.5-r0\\nA:x86_64\\nL:MIT\\n\\nP:busybox\\nV:1.36.1-r29\\nA:x86_64\\no:busybox\\nL:GPL-2.0-only AND (MIT OR nonsense-licence)\\nD:musl\\nF:bin\\nR:busybox\\nR:gone\\n\\n' > lib/apk/db/installed
                        printf 'Name: A_b\\nVersion: 1.0+x\\nLicense: Some house licence\\n' > site/a.dist-info/METADATA
                        echo '{"name":"@x/y","version":"1.0.0","licenses":[{"type":"MIT"},{"type":"Apache-2.0"}]}' > srv/node_modules/@x/y/package.json
                        echo x > srv/nobody
                        """));
    }

    @Test
    void the_document_is_valid_and_tells_what_is_left_who_brought_it_and_what_is_missing() {
        JsonNode document = parsed(new CycloneDx(bill(inventory, true)).json(), "http://cyclonedx.org/schema/bom-1.6.schema.json");

        JsonNode busybox = document.path("components").valueStream().filter(one -> one.path("name").stringValue("").equals("busybox")).findFirst().orElseThrow();
        assertThat(busybox.path("purl").stringValue()).isEqualTo("pkg:apk/alpine/busybox@1.36.1-r29?arch=x86_64&distro=alpine-3.20.3");
        assertThat(busybox.path("properties").toString()).contains("\"cupel:files:kept\",\"value\":\"1\"", "\"cupel:files:total\",\"value\":\"2\"", "step 0");
        assertThat(busybox.at("/evidence/occurrences/0/location").stringValue()).isEqualTo("/bin/busybox");
        assertThat(document.at("/compositions/0/aggregate").stringValue()).isEqualTo("incomplete");
        assertThat(document.at("/metadata/timestamp").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(document.path("components").toString()).contains("{\"type\":\"file\",\"bom-ref\":\"file:/srv/nobody\",\"name\":\"/srv/nobody\"}");
        assertThat(document.path("dependencies").toString()).contains("\"dependsOn\":[\"pkg:apk/alpine/musl@1.2.5-r0");
    }

    @Test
    void the_spdx_document_is_valid_and_names_every_licence_by_an_expression() {
        JsonNode document = parsed(new Spdx(bill(inventory, false)).json(), "https://spdx.org/schema/spdx-schema-2.3.json");

        assertThat(document.path("packages").valueStream().map(one -> one.path("licenseDeclared").stringValue("")))
                .anySatisfy(licence -> assertThat(licence).matches("LicenseRef-Some-house-licence-[0-9a-f]{8}"))
                .contains("MIT", "MIT AND Apache-2.0");
        assertThat(document.at("/packages/1/comment").stringValue()).isEqualTo("1 of its 2 files are in the image");
        assertThat(document.path("relationships").toString()).contains("DESCRIBES", "CONTAINS", "DEPENDS_ON");
    }

    @Test
    void the_same_image_gives_the_same_bytes_and_dependencies_name_only_what_is_there() {
        Inventory cut = inventory.keeping(path -> path.text().equals("/bin/busybox"));

        assertThat(new CycloneDx(bill(inventory, false)).json()).isEqualTo(new CycloneDx(bill(inventory, false)).json());
        assertThat(new String(new CycloneDx(bill(cut, false)).json(), StandardCharsets.UTF_8)).doesNotContain("musl");
    }

    private static BillOfMaterials bill(Inventory of, boolean withFiles) {
        return new BillOfMaterials("app:1", Optional.of(IMAGE), "2026-01-02T03:04:05.678Z", of, withFiles);
    }

    private static JsonNode parsed(byte[] json, String schema) {
        String text = new String(json, StandardCharsets.UTF_8);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemas((String id) -> vendored(id)));
        Schema official = registry.getSchema(SchemaLocation.of(schema));
        assertThat(official.validate(text, InputFormat.JSON)).isEmpty();
        return JsonMapper.builder().build().readTree(json);
    }

    private static String vendored(String id) {
        String name = "/schema/" + id.substring(id.lastIndexOf('/') + 1);
        try (InputStream in = Objects.requireNonNull(BillOfMaterialsTest.class.getResourceAsStream(name), id)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
