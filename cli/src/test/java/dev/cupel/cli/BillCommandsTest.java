package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bills of materials that are read, converted, attached and fetched.
class BillCommandsTest {
    private static final String NAME = System.getenv().getOrDefault("CUPEL_TEST_REGISTRY", "") + "/cupel-bills/app" + System.nanoTime();

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void image() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        Files.createDirectories(root.resolve("lib/apk/db"));
        Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/os-release"), "ID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME=\"Alpine Linux v3.20\"\n");
        Files.writeString(root.resolve("bin/busybox"), "x");
        Files.writeString(
                root.resolve("lib/apk/db/installed"),
                """
                P:musl
                V:1.2.5-r0
                A:x86_64
                L:MIT

                P:busybox
                V:1.36.1-r29
                A:x86_64
                L:GPL-2.0-only
                D:musl
                F:bin
                R:busybox
                R:gone

                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyclonedx", "spdx"})
    void a_bill_shows_the_packages_that_the_image_has(String format) throws IOException {
        Path bill = folder.resolve("app.json");
        call("sbom", "dir:" + root, "--format", format, "-o", bill.toString());

        String text = call("xray", "sbom:" + bill).out();

        assertThat(text).contains("packages: 2 apk on Alpine Linux v3.20").containsPattern("busybox +1\\.36\\.1-r29 +apk +0 +1 of 2 +GPL-2\\.0-only");
        assertThat(call("xray", "sbom:" + bill, "--format", "json").out()).contains("\"keptFiles\" : 1", "\"files\" : 2", "\"layer\" : 0");
    }

    @Test
    void converting_there_and_back_loses_nothing() throws IOException {
        Path first = folder.resolve("first.json");
        Path spdx = folder.resolve("spdx.json");
        call("sbom", "dir:" + root, "-o", first.toString());

        call("sbom", "sbom:" + first, "--format", "spdx", "-o", spdx.toString());
        String back = call("sbom", "sbom:" + spdx).out();

        // Both list no files, so that those of nobody are told as a remark from the first reading on.
        assertThat(back).isEqualTo(call("sbom", "sbom:" + first).out()).contains("cupel:layer", "\"cupel:files:kept\"");
    }

    @Test
    void what_is_no_bill_is_told_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"a\":\u001b}");

        Invocation refused = Invocation.of("xray", "sbom:" + file);
        Invocation missing = Invocation.of("sbom", "sbom:" + folder.resolve("nowhere"));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("as a bill of materials: it is not JSON").doesNotContain("\u001b");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(Invocation.of("xray", "sbom:" + folder).err()).contains("it is a directory");
    }

    @Test
    @Needs(Provision.REGISTRY)
    void what_is_attached_comes_back_and_what_is_not_there_has_an_exit_code_of_its_own() throws IOException {
        call("copy", "dir:" + root, "docker://" + NAME + ":1");
        Invocation nothing = call("sbom", NAME + ":1", "--fetch");
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.NOTHING);
        assertThat(nothing.err().lines()).last().asString().contains("no bill of materials is attached to " + NAME);
        assertThat(nothing.out()).isEmpty();

        Path bill = folder.resolve("bill.json");
        Invocation attached = call("sbom", NAME + ":1", "--attach", "-o", bill.toString());
        Invocation again = call("sbom", "docker://" + NAME + ":1", "--attach");
        call("sbom", NAME + ":1", "--attach", "--format", "spdx");
        Invocation fetched = call("sbom", NAME + ":1", "--fetch", "--format", "cyclonedx");

        assertThat(attached.out()).startsWith("attached CycloneDX 1.6 (").contains(" to " + NAME + "@sha256:", " as " + NAME + "@sha256:").hasLineCount(1);
        assertThat(again.out()).isEqualTo(attached.out().replaceFirst("attached", "was attached already:"));
        assertThat(fetched.out()).isEqualTo(Files.readString(bill));
        assertThat(fetched.err().lines().filter(line -> line.contains(" bytes "))).singleElement().asString().startsWith("→").contains("CYCLONEDX");
        assertThat(call("sbom", NAME + ":1", "--fetch").err().lines().filter(line -> line.contains(" bytes "))).hasSize(2);
    }

    /// With a store of its own.
    private Invocation call(String... words) throws IOException {
        return Invocation.of(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()), words);
    }
}
