package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import dev.cupel.vulnerability.comparison.Change;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a slimming says of vulnerabilities, of a real Alpine root.
@Needs(Provision.SHARED_DATA)
class SlimVulnerabilitiesTest {
    private static final Path ALPINE = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
    private static final String ADVISORIES = """
            {"id":"CVE-2024-1","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Alpine:v3.20","name":"apk-tools"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            {"id":"CVE-2024-2","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Alpine:v3.20","name":"musl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void what_went_is_told_and_stated_and_of_what_stays_nothing_is_stated() throws IOException {
        Files.writeString(folder.resolve("Alpine.jsonl"), ADVISORIES);
        assertThat(call("db", "import", folder.resolve("Alpine.jsonl").toString()).exitCode()).isEqualTo(ExitCode.DONE);

        Invocation done = slim();

        SlimReport report = new ReportJson().read(folder.resolve("report/report.json"));
        VulnerabilityDiff diff = report.vulnerabilities().orElseThrow();
        assertThat(diff.rows()).anyMatch(row -> row.name().equals("apk-tools") && row.change() == Change.GONE);
        assertThat(diff.rows()).noneMatch(row -> row.name().equals("musl") && row.change() == Change.GONE);
        assertThat(done.err()).contains("  vulnerabilities: " + diff.summary());
        String page = Files.readString(folder.resolve("report/report.html"));
        assertThat(page).contains("CVE-2024-1", "id=\"vulnerabilities\"");
        List<JsonNode> statements = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("report/vex.openvex.json"))).path("statements").values().stream().toList();
        assertThat(statements).hasSize(1);
        assertThat(statements.getFirst().toString())
                .contains("CVE-2024-1", "component_not_present", "pkg:oci/image@" + report.result().orElseThrow().digest(), "pkg:apk/alpine/apk-tools@", "0 of ");
        assertThat(call("vex", "ls", folder.resolve("report/vex.openvex.json").toString()).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void without_a_database_nothing_is_said() throws IOException {
        Invocation done = slim();

        assertThat(done.err()).doesNotContain("vulnerabilities");
        assertThat(new ReportJson().read(folder.resolve("report/report.json")).vulnerabilities()).isEmpty();
        assertThat(folder.resolve("report/vex.openvex.json")).doesNotExist();
    }

    @Test
    void a_database_that_is_named_and_not_there_is_told_before_any_work() {
        Invocation refused = call("slim", "dir:" + ALPINE, "--no-run", "--to", "oci:" + folder.resolve("image"), "--report", folder.resolve("report").toString(), "--db", folder.resolve("none").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(folder.resolve("report/report.json")).doesNotExist();
    }

    private Invocation slim() {
        Invocation done = call(
                "slim", "dir:" + ALPINE, "--no-run", "--keep", "exe:ssl_client", "--to", "oci:" + folder.resolve("image"), "--report", folder.resolve("report").toString());
        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        return done;
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
