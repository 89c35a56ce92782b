package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VexCommandTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_added_is_listed_and_a_second_statement_makes_the_next_version() throws IOException {
        String file = folder.resolve("team.openvex.json").toString();

        Invocation added = Invocation.of(
                "vex", "add", file, "--vuln", "CVE-2024-1", "--vuln", "GHSA-1", "--product", "nginx:1.27", "--subcomponent", "pkg:deb/debian/openssl",
                "--status", "not_affected", "--justification", "component_not_present", "--author", "Ann", "--expires", "2999-12-31");
        Invocation second = Invocation.of("vex", "add", file, "--vuln", "CVE-2024-2", "--product", "pkg:npm/a", "--status", "affected", "--action", "update", "--author", "Bob");
        Invocation listed = Invocation.of("vex", "ls", folder.toString());

        assertThat(added.err()).isEmpty();
        assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
        String product = "pkg:oci/nginx?repository_url=docker.io%2Flibrary%2Fnginx&tag=1.27 (pkg:deb/debian/openssl)";
        assertThat(listed.out().lines().map(line -> line.replaceAll(" {2,}", "|"))).containsExactly(
                "VULNERABILITY|STATUS|PRODUCT|UNTIL|AUTHOR|FILE",
                "CVE-2024-1|not_affected|" + product + "|2999-12-31|Ann|team.openvex.json",
                "CVE-2024-2|affected|pkg:npm/a|-|Bob|team.openvex.json");
        assertThat(Files.readString(Path.of(file))).contains("\"version\" : 2", "cupel:expires 2999-12-31T00:00:00Z", "cupel:author Bob");
    }

    @Test
    void a_file_of_another_kind_is_told_in_one_line_and_stays() throws IOException {
        Path file = folder.resolve("bom.json");
        Files.writeString(file, "{}");

        Invocation added = Invocation.of("vex", "add", file.toString(), "--vuln", "CVE-2024-2", "--product", "pkg:npm/a", "--status", "fixed", "--author", "Bob");

        assertThat(added.exitCode()).isEqualTo(ExitCode.of(Fault.INPUT));
        assertThat(added.err()).startsWith("cupel: Cannot add to " + file + ": it is no OpenVEX document");
        assertThat(file).hasContent("{}");
        assertThat(Invocation.of("vex", "ls", file.toString()).err()).contains("neither OpenVEX nor CSAF 2 nor CycloneDX");
        assertThat(Invocation.of("vex", "ls", folder.resolve("none").toString()).err()).contains("is not there");
    }
}
