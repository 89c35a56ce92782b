package dev.cupel.inventory.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.compression.ZstdWriter;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChiselManifestTest {
    /// As chisel's own tests have it (chisel, public/manifest).
    private static final String LINES =
            """
            {"jsonwall":"1.0","schema":"1.0","count":9}
            {"kind":"content","slice":"libc6_libs","path":"/lib/libc.so.6"}
            {"kind":"package","name":"base-files","version":"13ubuntu10","sha256":"aa","arch":"amd64"}
            {"kind":"package","name":"libc6","version":"2.39-0ubuntu8","sha256":"bb","arch":"amd64"}
            {"kind":"path","path":"/etc/","mode":"0755","slices":["base-files_base"]}
            {"kind":"path","path":"/etc/os-release","mode":"0644","slices":["base-files_base","base-files_release-info"],"sha256":"cc","size":4}
            {"kind":"path","path":"/lib/libc.so.6","mode":"0755","slices":["libc6_libs"],"sha256":"dd","size":4}
            {"kind":"path","path":"/lib/libm.so.6","mode":"0755","slices":["libc6_libs"],"sha256":"ee","size":4}
            {"kind":"slice","name":"libc6_libs"}
            """;

    @TempDir
    private Path work;

    @Test
    void what_chisel_cut_is_a_package_of_the_system_with_its_files() throws Exception {
        Files.write(work.resolve("wall"), packed(LINES));

        Inventory inventory = Catalogue.of(new TestImages(work)
                .of("mkdir -p etc lib var/lib/chisel; printf 'ID=ubuntu\\nVERSION_ID=24.04\\n' > etc/os-release; echo x > lib/libc.so.6; cp " + work
                        + "/wall var/lib/chisel/manifest.wall"));

        assertThat(inventory.components()).extracting(one -> one.url().toString())
                .containsExactly(
                        "pkg:deb/ubuntu/base-files@13ubuntu10?arch=amd64&distro=ubuntu-24.04",
                        "pkg:deb/ubuntu/libc6@2.39-0ubuntu8?arch=amd64&distro=ubuntu-24.04");
        Component libc = inventory.components().getLast();
        assertThat(libc.files().present()).containsExactly(ImagePath.of("/lib/libc.so.6"));
        assertThat(libc.files().total()).isEqualTo(2);
        assertThat(libc.origin().layer()).isZero();
        assertThat(inventory.unowned()).isEmpty();
        assertThat(inventory.systemDatabase()).isTrue();
    }

    @FuzzTest
    void any_bytes_are_a_manifest_or_refused(byte[] bytes) throws IOException {
        for (byte[] manifest : new byte[][] {bytes, packed(new String(bytes, StandardCharsets.UTF_8))}) {
            try {
                assertThat(ChiselManifest.read(manifest, ImagePath.ROOT)).allSatisfy(one -> assertThat(one.kind()).isEqualTo("deb"));
            } catch (MalformedPackageDatabase e) {
                assertThat(e).hasMessageStartingWith("chisel's manifest ");
            }
        }
    }

    private static byte[] packed(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ZstdWriter(3).compress(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
        return out.toByteArray();
    }
}
