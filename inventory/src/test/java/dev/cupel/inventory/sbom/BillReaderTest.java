package dev.cupel.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillReaderTest {
    private static final BillReader READER = new BillReader(ImagePath.of("/bill"));

    @TempDir
    private Path work;

    @Test
    void what_cupel_writes_in_either_format_is_read_back_without_loss_of_packages_and_needs() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p lib/apk/db etc srv/node_modules/@x/y srv/node_modules/z
                        printf 'ID=alpine\\nVERSION_ID=3.20.3\\n' > etc/os-release
                        printf 'P:musl\\nV:1.2.5-r0\\nA:x86_64\\nL:MIT\\n\\nP:ssl_client\\nV:1.36.1-r29\\nA:x86_64\\no:busybox\\nD:musl\\n\\n' > lib/apk/db/installed
                        echo '{"name":"@x/y","version":"1.0.0-rc.1+b","dependencies":{"z":"*"}}' > srv/node_modules/@x/y/package.json
                        echo '{"name":"z","version":"2"}' > srv/node_modules/z/package.json
                        """));
        BillOfMaterials bill = new BillOfMaterials("app", Digest.of(new byte[0]), "", inventory, false);

        for (byte[] document : List.of(new CycloneDx(bill).json(), new Spdx(bill).json())) {
            Inventory read = READER.read(document);

            assertThat(read.components()).extracting(Component::url).containsExactlyInAnyOrderElementsOf(inventory.components().stream().map(Component::url).toList());
            assertThat(read.components()).allMatch(one -> one.certainty() == Certainty.CLAIMED);
            assertThat(read.components().stream().mapToInt(one -> one.needs().size()).sum()).isEqualTo(2);
            assertThat(read.of(Ecosystem.NODE)).extracting(Component::name).contains("@x/y");
            assertThat(read.of(Ecosystem.APK)).extracting(Component::source).contains("busybox");
        }
        assertThat(READER.read(new CycloneDx(bill).json()).distribution()).hasValueSatisfying(it -> assertThat(it.versionId()).isEqualTo("3.20.3"));
    }

    @Test
    void syfts_own_format_is_read_and_what_has_no_url_is_told() throws Exception {
        Inventory read = READER.read(bytes(
                """
                {"artifacts":[
                  {"id":"a","name":"tool","version":"1:2-3","purl":"pkg:deb/debian/tool@1%3A2-3?arch=amd64&upstream=toolbox%402-1","licenses":[{"value":"MIT"}]},
                  {"id":"b","name":"libc6","version":"2","purl":"pkg:deb/debian/libc6@2","licenses":["GPL"]},
                  {"id":"c","name":"cli","version":"","purl":""}],
                 "artifactRelationships":[{"parent":"b","child":"a","type":"dependency-of"}],
                 "distro":{"id":"debian","versionID":"12"},"schema":{"version":"16.0.0","url":"https://example.org/anchore/syft/schema.json"}}
                """));

        Component tool = read.components().stream().filter(one -> one.name().equals("tool")).findFirst().orElseThrow();
        assertThat(tool.version()).isEqualTo("1:2-3");
        assertThat(tool.source()).isEqualTo("toolbox");
        assertThat(tool.sourceVersion()).isEqualTo("2-1");
        assertThat(tool.needs()).singleElement().asString().contains("libc6");
        assertThat(read.remarks()).singleElement().satisfies(remark -> assertThat(remark.what()).startsWith("1 components without"));
    }

    @Test
    void anything_else_is_refused_with_the_reason() {
        assertThatThrownBy(() -> READER.read(bytes("{}"))).isInstanceOf(MalformedBill.class).hasMessage("it is neither CycloneDX nor SPDX 2 nor of syft");
        assertThatThrownBy(() -> READER.read(bytes("x"))).isInstanceOf(MalformedBill.class).hasMessageStartingWith("it is not JSON");
    }

    @FuzzTest
    void any_document_is_read_or_refused(FuzzedDataProvider data) {
        String head = data.pickValue(new String[] {
            "{\"bomFormat\":\"CycloneDX\",\"components\":[", "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[", "{\"schema\":{\"url\":\"syft\"},\"artifacts\":[", ""
        });
        try {
            assertThat(READER.read(bytes(head + data.consumeRemainingAsString())).components()).isNotNull();
        } catch (MalformedBill expected) {
            assertThat(expected).hasMessageStartingWith("it is ");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
