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
import dev.cupel.inventory.catalog.ModuleLabel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillReaderTest {
    private static final BillReader INSIDE = BillReader.inside(ImagePath.of("/bill"));

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
        BillOfMaterials bill = new BillOfMaterials("app", Optional.of(Digest.of(new byte[0])), "", inventory, false);

        for (byte[] document : List.of(new CycloneDx(bill).json(), new Spdx(bill).json())) {
            Inventory read = INSIDE.read(document).inventory();

            assertThat(read.components()).extracting(Component::url).containsExactlyInAnyOrderElementsOf(inventory.components().stream().map(Component::url).toList());
            assertThat(read.components()).allMatch(one -> one.certainty() == Certainty.CLAIMED);
            assertThat(read.components().stream().mapToInt(one -> one.needs().size()).sum()).isEqualTo(2);
            assertThat(read.of(Ecosystem.NODE)).extracting(Component::name).contains("@x/y");
            assertThat(read.of(Ecosystem.APK)).extracting(Component::source).contains("busybox");
        }
        assertThat(INSIDE.read(new CycloneDx(bill).json()).inventory().distribution()).hasValueSatisfying(it -> assertThat(it.versionId()).isEqualTo("3.20.3"));
    }

    @Test
    void syfts_own_format_is_read_and_what_has_no_url_is_told() throws Exception {
        Inventory read = INSIDE.read(bytes(
                """
                {"artifacts":[
                  {"id":"a","name":"tool","version":"1:2-3","purl":"pkg:deb/debian/tool@1%3A2-3?arch=amd64&upstream=toolbox%402-1","licenses":[{"value":"MIT"}]},
                  {"id":"b","name":"libc6","version":"2","purl":"pkg:deb/debian/libc6@2","licenses":["GPL"]},
                  {"id":"c","name":"cli","version":"","purl":""}],
                 "artifactRelationships":[{"parent":"b","child":"a","type":"dependency-of"}],
                 "distro":{"id":"debian","versionID":"12"},"schema":{"version":"16.0.0","url":"https://example.org/anchore/syft/schema.json"}}
                """)).inventory();

        Component tool = read.components().stream().filter(one -> one.name().equals("tool")).findFirst().orElseThrow();
        assertThat(tool.version()).isEqualTo("1:2-3");
        assertThat(tool.source()).isEqualTo("toolbox");
        assertThat(tool.sourceVersion()).isEqualTo("2-1");
        assertThat(tool.needs()).singleElement().asString().contains("libc6");
        assertThat(read.remarks()).singleElement().satisfies(remark -> assertThat(remark.what()).startsWith("1 components without"));
    }

    @Test
    void anything_else_is_refused_with_the_reason() {
        assertThatThrownBy(() -> INSIDE.read(bytes("{}"))).isInstanceOf(MalformedBill.class).hasMessage("it is neither CycloneDX nor SPDX 2 nor of syft");
        assertThatThrownBy(() -> INSIDE.read(bytes("x"))).isInstanceOf(MalformedBill.class).hasMessageStartingWith("it is not JSON");
    }

    @Test
    void a_document_that_is_hostile_is_refused_or_read_in_part() throws Exception {
        BillReader reader = BillReader.alone(ImagePath.of("/bill"));
        assertThatThrownBy(() -> reader.read(bytes("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"lib")))
                .isInstanceOf(MalformedBill.class)
                .hasMessageStartingWith("it is not JSON");
        assertThatThrownBy(() -> reader.read(bytes("{\"bomFormat\":\"CycloneDX\",\"components\":" + "[{\"components\":".repeat(5000))))
                .isInstanceOf(MalformedBill.class)
                .hasMessageContaining("depth");
        assertThatThrownBy(() -> reader.read(bytes("{\"bomFormat\":\"CycloneDX\",\"components\":[" + "{},".repeat(1_000_000) + "{}]}")))
                .isInstanceOf(MalformedBill.class)
                .hasMessage("it names more than 1,000,000 things");

        String wrong = "{\"bomFormat\":\"CycloneDX\",\"metadata\":[],\"components\":[7,{\"purl\":[]},{\"purl\":\"pkg:deb/debian/a@1\",\"hashes\":{},\"licenses\":5,"
                + "\"evidence\":\"x\",\"properties\":[{\"name\":\"cupel:files:kept\",\"value\":\"9\"},{\"name\":\"cupel:files:total\",\"value\":\"-3\"},"
                + "{\"name\":\"cupel:evidence\",\"value\":\"../../etc\"},{\"name\":\"cupel:certainty\",\"value\":\"sure\"}]}],\"dependencies\":{\"ref\":1}}";
        Component only = reader.read(bytes(wrong)).inventory().components().getFirst();
        assertThat(only.files().total()).isEqualTo(9);
        assertThat(only.evidence().file().text()).isEqualTo("/etc");
        assertThat(only.certainty()).isEqualTo(Certainty.CLAIMED);
    }

    @Test
    void what_others_know_is_found_where_they_write_it() throws Exception {
        BillReader reader = BillReader.alone(ImagePath.of("/bill"));

        Component trivy = reader.read(bytes("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"operating-system\",\"name\":\"debian\",\"version\":\"12.5\"},"
                        + "{\"type\":\"library\",\"bom-ref\":\"x\",\"purl\":\"pkg:deb/debian/libssl3@3.0.11-1?arch=amd64&distro=debian-12.5\","
                        + "\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"" + "a".repeat(64) + "\"}],"
                        + "\"properties\":[{\"name\":\"aquasecurity:trivy:SrcName\",\"value\":\"openssl\"}]}]}"))
                .inventory()
                .components()
                .getFirst();
        Inventory spdx = reader.read(bytes("{\"spdxVersion\":\"SPDX-2.2\",\"packages\":[{\"SPDXID\":\"SPDXRef-a\",\"name\":\"libssl3\",\"licenseDeclared\":\"LicenseRef-x\","
                        + "\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:deb/debian/libssl3@3?distro=debian-12\"}]}],"
                        + "\"hasExtractedLicensingInfos\":[{\"licenseId\":\"LicenseRef-x\",\"name\":\"Some licence\"}]}"))
                .inventory();

        assertThat(trivy.source()).isEqualTo("openssl");
        assertThat(trivy.digest()).hasValueSatisfying(it -> assertThat(it.hex()).startsWith("aaa"));
        assertThat(spdx.distribution()).hasValueSatisfying(it -> assertThat(it.id() + " " + it.versionId()).isEqualTo("debian 12"));
        assertThat(spdx.components().getFirst().licences()).containsExactly("Some licence");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'bomFormat':'CycloneDX','components':[{'type':'library','purl':'pkg:rpm/redhat/nodejs@18?rpmmod=nodejs:18:8090:ab'}]}",
        "{'bomFormat':'CycloneDX','components':[{'type':'library','purl':'pkg:rpm/redhat/nodejs@18','properties':[{'name':'syft:metadata:modularityLabel','value':'nodejs:18:8090:ab'}]}]}",
        "{'bomFormat':'CycloneDX','components':[{'type':'library','purl':'pkg:rpm/redhat/nodejs@18?modularitylabel=nodejs%3A18%3A8090%3Aab'}]}",
        "{'bomFormat':'CycloneDX','components':[{'type':'library','purl':'pkg:rpm/redhat/nodejs@18','properties':[{'name':'aquasecurity:trivy:Modularitylabel','value':'nodejs:18:8090:ab'}]}]}",
        "{'spdxVersion':'SPDX-2.3','packages':[{'externalRefs':[{'referenceType':'purl','referenceLocator':'pkg:rpm/redhat/nodejs@18?rpmmod=nodejs:18:8090:ab'}]}]}",
        "{'schema':{'url':'syft'},'artifacts':[{'purl':'pkg:rpm/redhat/nodejs@18','metadata':{'modularityLabel':'nodejs:18:8090:ab'}}]}"
    })
    void the_module_of_an_rpm_package_is_found_wherever_bills_tell_it(String document) throws Exception {
        Component only = BillReader.alone(ImagePath.of("/bill")).read(bytes(document.replace("'", "\""))).inventory().components().getFirst();

        assertThat(ModuleLabel.stream(only.url())).contains("nodejs:18");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'bomFormat':'CycloneDX','components':[{'type':'library','publisher':'Docker <a@b>','purl':'pkg:deb/debian/x@1'}]}",
        "{'bomFormat':'CycloneDX','components':[{'type':'library','supplier':{'name':'Docker <a@b>'},'purl':'pkg:deb/debian/x@1'}]}",
        "{'spdxVersion':'SPDX-2.3','packages':[{'supplier':'Person: Docker <a@b>','externalRefs':[{'referenceType':'purl','referenceLocator':'pkg:deb/debian/x@1'}]}]}",
        "{'schema':{'url':'syft'},'artifacts':[{'purl':'pkg:deb/debian/x@1','metadata':{'maintainer':'Docker <a@b>'}}]}",
        "{'schema':{'url':'syft'},'artifacts':[{'purl':'pkg:rpm/redhat/x@1','metadata':{'vendor':'Docker <a@b>'}}]}"
    })
    void who_made_a_package_is_found_wherever_bills_tell_it(String document) throws Exception {
        Component only = BillReader.alone(ImagePath.of("/bill")).read(bytes(document.replace("'", "\""))).inventory().components().getFirst();

        assertThat(only.publisher()).isEqualTo("Docker <a@b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(none)", "", "nodejs", "nodejs:", ":18", "a:b:c:d:e", "a b:c"})
    void what_is_no_label_of_a_module_is_passed_over(String label) throws Exception {
        String document = "{'bomFormat':'CycloneDX','components':[{'type':'library','purl':'pkg:rpm/redhat/x@1','properties':[{'name':'syft:metadata:modularityLabel','value':'" + label + "'}]}]}";

        Component only = BillReader.alone(ImagePath.of("/bill")).read(bytes(document.replace("'", "\""))).inventory().components().getFirst();

        assertThat(only.url()).hasToString("pkg:rpm/redhat/x@1");
    }

    @FuzzTest
    void any_document_is_read_or_refused(FuzzedDataProvider data) {
        String head = data.pickValue(new String[] {
            "{\"bomFormat\":\"CycloneDX\",\"components\":[", "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[", "{\"schema\":{\"url\":\"syft\"},\"artifacts\":[", ""
        });
        String text = data.consumeRemainingAsString();
        BillReader reader = text.length() % 2 == 0 ? INSIDE : BillReader.alone(ImagePath.of("/bill"));
        try {
            assertThat(reader.read(bytes(head + text)).inventory().components()).isNotNull();
        } catch (MalformedBill expected) {
            assertThat(expected).hasMessageStartingWith("it is ");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
