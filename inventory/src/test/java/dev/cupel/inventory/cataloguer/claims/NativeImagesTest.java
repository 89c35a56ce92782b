package dev.cupel.inventory.cataloguer.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeImagesTest {
    /// What native-image exports: the packed bill and its length, both among the dynamic symbols.
    private static final String PROGRAM =
            """
            mkdir bin
            echo '{"bomFormat":"CycloneDX","specVersion":"1.4","components":[{"type":"library","group":"io.netty","name":"netty-codec-http2","version":"4.1.73.Final","purl":"pkg:maven/io.netty/netty-codec-http2@4.1.73.Final"}]}' | gzip -n > sbom
            printf '.data\\n.globl sbom, sbom_length\\nsbom: .incbin "sbom"\\nsbom_end:\\n.balign 8\\nsbom_length: .quad %s\\n.section .note.GNU-stack\\n' > b.s
            echo 'int main(void) { return 0; }' > a.c
            gcc -rdynamic -o bin/app a.c b.s; strip bin/app
            rm a.c b.s sbom
            """;

    @TempDir
    private Path work;

    @Test
    @Needs(Provision.COMPILER)
    void a_program_of_graalvm_tells_the_libraries_in_it() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(PROGRAM.formatted("sbom_end - sbom")));

        assertThat(inventory.components()).singleElement().satisfies(one -> {
            assertThat(one.url().toString()).isEqualTo("pkg:maven/io.netty/netty-codec-http2@4.1.73.Final");
            assertThat(one.certainty()).isEqualTo(Certainty.CLAIMED);
            assertThat(one.evidence().file().text()).isEqualTo("/bin/app");
        });
    }

    @Test
    @Needs(Provision.COMPILER)
    void a_bill_that_is_cut_short_is_a_remark() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(PROGRAM.formatted("20")));

        assertThat(inventory.components()).isEmpty();
        assertThat(inventory.remarks()).singleElement().satisfies(one -> assertThat(one.what()).startsWith("its bill of materials cannot be read"));
    }
}
