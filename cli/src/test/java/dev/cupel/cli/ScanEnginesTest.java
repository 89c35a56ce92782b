package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.GrypeDatabase;
import dev.cupel.testing.Needs;
import dev.cupel.testing.OsvDatabases;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `cupel scan --engine`, with osv-scanner and grype themselves on the same advisories.
@Needs({Provision.OSV_SCANNER, Provision.SHARED_DATA})
class ScanEnginesTest {
    private static final String BILL = """
            {"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[
            {"type":"library","name":"django","version":"1.11.29","purl":"pkg:pypi/django@1.11.29"},
            {"type":"library","name":"lodash","version":"4.17.4","purl":"pkg:npm/lodash@4.17.4"}]}
            """;

    @TempDir
    private Path folder;

    private Path bill;

    @BeforeEach
    void databases() throws IOException {
        bill = Files.writeString(folder.resolve("app.cdx.json"), BILL);
        for (String one : new String[] {"PyPI", "npm"}) {
            new OsvDatabases(folder).add(one, one);
            call("db", "import", SharedData.directory().resolve("osv").resolve(one + ".jsonl.gz").toString());
        }
    }

    @Test
    void osv_scanner_finds_the_same_in_language_packages() throws IOException {
        JsonNode report = JsonMapper.shared().readTree(call("scan", "sbom:" + bill, "--engine", "osv-scanner", "--format", "json").out());

        assertThat(report.path("engines").path("engines").path(1).path("state").stringValue()).isEqualTo("ran");
        assertThat(report.path("engines").path("rows").values()).hasSizeGreaterThan(9).allMatch(one -> one.path("agreement").stringValue().equals("2 of 2 engines"));
        assertThat(report.path("findings").size()).isEqualTo(report.path("engines").path("rows").size());
    }

    @Test
    @Needs({Provision.GRYPE, Provision.PYTHON})
    void grype_finds_the_same_too(@TempDir Path database) throws IOException {
        Path records = SharedData.directory().resolve("osv");
        Map<String, String> grype = GrypeDatabase.of(database, List.of(records.resolve("PyPI.jsonl.gz"), records.resolve("npm.jsonl.gz"))).environment();

        JsonNode report = JsonMapper.shared().readTree(call(grype, "scan", "sbom:" + bill, "--engine", "grype,osv-scanner", "--format", "json").out());

        assertThat(report.path("engines").path("rows").values()).hasSizeGreaterThan(9).allMatch(one -> one.path("agreement").stringValue().equals("3 of 3 engines"));
    }

    @Test
    void an_engine_that_is_not_there_is_told_and_does_not_end_the_scan() {
        Invocation answer = call("scan", "sbom:" + bill, "--engine", "osv-scanner,trivy");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("trivy unavailable", "said by 2 of 2 engines");
    }

    @Test
    void an_engine_that_nobody_knows_is_a_misuse() {
        assertThat(call("scan", "sbom:" + bill, "--engine", "nothing").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(call("scan", "sbom:" + bill, "--adapter", "http://127.0.0.1:1").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Invocation call(String... arguments) {
        return call(Map.of(), arguments);
    }

    private Invocation call(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY", folder.toString());
        return Invocation.of(environment, arguments);
    }
}
