package dev.cupel.inventory.cataloguer.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Inventory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillsInsideTest {
    @TempDir
    private Path work;

    @Test
    void the_bill_that_bitnami_leaves_beside_each_program_is_believed_where_nothing_better_is_known() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p opt/bitnami/render-template opt/bitnami/site/six-1.16.0.dist-info opt/bitnami/apache
                        printf 'Name: six\\nVersion: 1.16.0\\n' > opt/bitnami/site/six-1.16.0.dist-info/METADATA
                        cat > opt/bitnami/render-template/.spdx-render-template.spdx <<'END'
                        {"SPDXID":"SPDXRef-render-template","spdxVersion":"SPDX-2.3","packages":[
                          {"SPDXID":"SPDXRef-render-template","name":"render-template","versionInfo":"1.0.7-4","licenseDeclared":"Apache-2.0",
                           "externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:bitnami/render-template@1.0.7-4?arch=arm64&distro=debian-12"}]},
                          {"SPDXID":"SPDXRef-six","name":"six","versionInfo":"1.16.0",
                           "externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:pypi/six@1.16.0"}]}]}
                        END
                        printf 'SPDXVersion: SPDX-2.2\\n' > opt/bitnami/apache/.spdx-apache.spdx
                        """));

        assertThat(inventory.components()).extracting(one -> one.url() + " " + one.certainty())
                .containsExactlyInAnyOrder("pkg:bitnami/render-template@1.0.7-4?arch=arm64&distro=debian-12 " + Certainty.CLAIMED, "pkg:pypi/six@1.16.0 " + Certainty.RECORDED);
        assertThat(inventory.remarks()).singleElement().satisfies(one -> assertThat(one.what()).startsWith("no bill of materials"));
    }
}
