package dev.cupel.inventory.cataloguer.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CondaPackagesTest {
    @TempDir
    private Path work;

    @Test
    void a_package_of_an_environment_has_its_build_files_and_needs_and_hides_no_package_of_python() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p opt/conda/conda-meta opt/conda/lib/python3.12/site-packages/six-1.16.0.dist-info
                        echo x > opt/conda/lib/libz.so.1
                        printf 'Name: six\\nVersion: 1.16.0\\n' > opt/conda/lib/python3.12/site-packages/six-1.16.0.dist-info/METADATA
                        echo '{"name":"libzlib","version":"1.3.1","build":"hb9d3cd8_2","subdir":"linux-64","channel":"https://u:t0ken@conda.anaconda.org/conda-forge","license":"Zlib","files":["lib/libz.so.1","lib/libz.a","../../etc/x"]}' > opt/conda/conda-meta/libzlib-1.3.1-hb9d3cd8_2.json
                        echo '{"name":"six","version":"1.16.0","build":"py_0","depends":["libzlib >=1.3.1,<2","python"],"files":["lib/python3.12/site-packages/six-1.16.0.dist-info/METADATA"]}' > opt/conda/conda-meta/six-1.16.0-py_0.json
                        echo '{"arch":1}' > opt/conda/conda-meta/broken.json; echo x > opt/conda/conda-meta/history
                        """));

        assertThat(inventory.components()).extracting(one -> one.url().toString())
                .containsExactlyInAnyOrder(
                        "pkg:conda/libzlib@1.3.1?build=hb9d3cd8_2&channel=conda-forge&subdir=linux-64",
                        "pkg:conda/six@1.16.0?build=py_0",
                        "pkg:pypi/six@1.16.0");
        Component zlib = inventory.of(Ecosystem.CONDA).filter(one -> one.name().equals("libzlib")).findFirst().orElseThrow();
        assertThat(zlib.files().kept()).isEqualTo(1);
        assertThat(zlib.files().total()).isEqualTo(3);
        assertThat(zlib.licences()).containsExactly("Zlib");
        assertThat(inventory.of(Ecosystem.CONDA).filter(one -> one.name().equals("six")).findFirst().orElseThrow().needs()).containsExactly(zlib.id());
    }
}
