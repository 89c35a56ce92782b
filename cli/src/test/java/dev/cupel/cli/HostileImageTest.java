package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An image made to hurt whoever looks at it: every command that only looks gets through it and tells what it could not read.
@Timeout(300) // a bomb must not hold up the build; no measure of speed
class HostileImageTest {
    @TempDir
    private static Path root;

    @TempDir
    private static Path cache;

    @BeforeAll
    static void make_an_image_to_hurt() throws IOException {
        Random random = new Random(7);
        for (String broken : new String[] {
            "var/lib/dpkg/status", "lib/apk/db/installed", "var/lib/rpm/rpmdb.sqlite", "var/lib/rpm/Packages", "usr/lib/sysimage/rpm/Packages.db", "etc/passwd", "etc/shadow",
            "opt/app/package-lock.json", "opt/app/node_modules/x/package.json", "opt/app/app.deps.json", "opt/app/vendor/composer/installed.json", "opt/x.dist-info/METADATA",
            "opt/conda/conda-meta/x.json", "var/lib/chisel/manifest.wall", "etc/ssl/certs/x.pem", "opt/app.jks", "opt/app.p12", "opt/app/bom.cdx.json", "etc/crontab", "etc/os-release"
        }) {
            byte[] bytes = new byte[50_000];
            random.nextBytes(bytes);
            write(broken, bytes);
        }
        write("var/lib/rpm/rpmdb.sqlite", ("SQLite format 3\0" + "\u00ff".repeat(8192)).getBytes(StandardCharsets.ISO_8859_1));
        write("opt/deep/package.json", "[".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        write("opt/deep/node_modules/y/package.json", ("{\"name\":\"y\",\"version\":\"1\",\"a\":" + "{\"a\":".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        write("etc/ssl/many.pem", "-----BEGIN CERTIFICATE-----\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        write("opt/quotes.conf", ("password=" + "\\\"".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
        byte[] program = new byte[4096];
        random.nextBytes(program);
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, program, 0, 7);
        write("usr/bin/program", program);
        assertThat(root.resolve("usr/bin/program").toFile().setExecutable(true)).isTrue();
        bomb(root.resolve("opt/bomb.jar"));
        Path deep = root;
        for (int i = 0; i < 1000; i++) {
            deep = Files.createDirectory(deep.resolve("d"));
        }
        Files.createSymbolicLink(root.resolve("opt/loop"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("opt/out"), Path.of("../../../../../../etc/shadow"));
        write("opt/\u001b[2J<img src=x>\n", new byte[10]);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "xray IMAGE", "xray IMAGE --format json", "xray IMAGE --html PAGE", "sbom IMAGE", "sbom IMAGE --format spdx --files", "lint IMAGE", "base IMAGE", "diff IMAGE IMAGE",
        "diff IMAGE EMPTY --format markdown"
    })
    void every_look_gets_through_it(String call, @TempDir Path folder) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String[] words = call.replace("IMAGE", "dir:" + root).replace("EMPTY", "dir:" + empty).replace("PAGE", folder.resolve("page.html").toString()).split(" ");

        Invocation looked = Invocation.of(Map.of("XDG_CACHE_HOME", cache.toString(), "HOME", folder.toString()), words);

        assertThat(looked.exitCode()).as(looked.err()).isIn(ExitCode.DONE, ExitCode.REFUSED);
        assertThat(looked.err()).doesNotContain("defect").doesNotContain("Exception");
        assertThat(looked.out()).isNotEmpty().doesNotContain("\u001b");
    }

    /// Entries that unpack to a quarter of a gigabyte each, one of them an archive itself.
    private static void bomb(Path jar) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"META-INF/MANIFEST.MF", "META-INF/maven/g/a/pom.properties", "BOOT-INF/lib/inner.jar"}) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 256; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        }
    }

    private static void write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(content);
        }
    }
}
