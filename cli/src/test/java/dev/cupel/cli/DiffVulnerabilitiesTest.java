package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `cupel diff --vulnerabilities`, of two folders that are small Debians.
class DiffVulnerabilitiesTest {
    private static final List<String> PACKAGES = List.of("added", "fixed", "gone", "hidden", "partly", "same");

    @TempDir
    private Path folder;

    @BeforeEach
    void images() throws IOException {
        StringBuilder advisories = new StringBuilder();
        PACKAGES.forEach(one -> advisories.append(advisory("CVE-2024-" + PACKAGES.indexOf(one), one)));
        Files.writeString(folder.resolve("Debian.jsonl"), advisories);
        system("a", Map.of("fixed", "1", "gone", "1", "hidden", "1", "partly", "1", "same", "1"));
        system("b", Map.of("added", "1", "fixed", "2", "partly", "1", "same", "1"));
        write("b/usr/bin/hidden", "x");
        Files.delete(folder.resolve("b/usr/bin/partly"));
    }

    @Test
    void each_vulnerability_is_told_with_what_became_of_it() throws IOException {
        importAdvisories();

        JsonNode told = JsonMapper.shared().readTree(diff("--format", "json").out()).path("vulnerabilities");

        assertThat(told.path("rows").values().stream().map(row -> row.path("name").stringValue() + " " + row.path("change").stringValue()))
                .containsExactlyInAnyOrder("added ADDED", "fixed FIXED", "gone GONE", "hidden HIDDEN", "partly PARTLY");
        assertThat(told.path("same").intValue()).isEqualTo(1);
        assertThat(told.path("before").path("total").intValue()).isEqualTo(5);
        assertThat(told.path("after").path("total").intValue()).isEqualTo(3);
    }

    @Test
    void that_the_database_is_old_is_told_first() throws IOException {
        importAdvisories();

        assertThat(diff().out()).startsWith("warning: The advisory database is ").contains("vulnerabilities: 5 ", " → 3 ", "hidden, not fixed");
        assertThat(diff("--format", "markdown").out()).startsWith("> **Warning**").contains("| `CVE-2024-2` | unknown | `gone` | `1` |  | gone with the code |");
    }

    @Test
    void nothing_changes_for_who_does_not_ask() throws IOException {
        importAdvisories();

        assertThat(call("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b")).out()).doesNotContain("vulnerabilities");
    }

    @Test
    void without_a_database_nothing_can_be_said() {
        Invocation refused = diff();

        assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(refused.err()).contains("There is no advisory database at ");
    }

    @Test
    void a_new_vulnerability_can_be_refused() throws IOException {
        importAdvisories();

        Invocation refused = diff("--fail-on", "vulnerability");
        Invocation passed = call("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("a"), "--vulnerabilities", "--fail-on", "vulnerability");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("FAIL: vulnerability");
        assertThat(passed.exitCode()).as(passed.err()).isEqualTo(ExitCode.DONE);
        assertThat(call("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b"), "--fail-on", "vulnerability").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void the_page_has_them() throws IOException {
        importAdvisories();

        diff("--html", folder.resolve("page.html").toString());

        assertThat(folder.resolve("page.html")).content().contains("\"vulnerabilities\":{\"warnings\"", "\"id\":\"CVE-2024-0\"");
    }

    @Test
    @Needs(Provision.SHARED_DATA)
    void each_platform_of_two_indexes_is_scanned() throws IOException {
        importAdvisories();
        String index = "oci-archive:" + SharedData.directory().resolve("images/stereoscope-multiplatform.layout.tar");

        Invocation told = call("diff", index, index, "--platform", "all", "--vulnerabilities", "--fail-on", "vulnerability", "--format", "json");

        JsonNode platforms = JsonMapper.shared().readTree(told.out()).path("platforms");
        assertThat(told.exitCode()).as(told.err()).isEqualTo(ExitCode.DONE);
        assertThat(platforms).isNotEmpty().allMatch(one -> one.path("report").path("vulnerabilities").path("same").isInt());
    }

    @Test
    void it_is_for_two_whole_images() {
        assertThat(diff("--content", "/etc/os-release").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(diff("--platform", "all").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private static String advisory(String id, String name) {
        return """
                {"id":"%s","modified":"2026-01-20T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"%s"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"2"}]}]}]}
                """
                .formatted(id, name);
    }

    private void importAdvisories() {
        assertThat(call("db", "import", folder.resolve("Debian.jsonl").toString()).exitCode()).isEqualTo(ExitCode.DONE);
    }

    private void system(String name, Map<String, String> packages) throws IOException {
        write(name + "/etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
        StringBuilder status = new StringBuilder();
        for (Map.Entry<String, String> one : packages.entrySet()) {
            status.append("Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: %s\n\n".formatted(one.getKey(), one.getValue()));
            write(name + "/var/lib/dpkg/info/" + one.getKey() + ".list", "/usr/bin/" + one.getKey() + "\n/usr/share/doc/" + one.getKey() + "/copyright\n");
            write(name + "/usr/bin/" + one.getKey(), "x");
            write(name + "/usr/share/doc/" + one.getKey() + "/copyright", "x");
        }
        write(name + "/var/lib/dpkg/status", status.toString());
        write("b/usr/share/doc/gone/copyright", "x");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Invocation diff(String... more) {
        return call(Stream.concat(
                        Stream.of("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b"), "--vulnerabilities"), Stream.of(more))
                .toArray(String[]::new));
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
