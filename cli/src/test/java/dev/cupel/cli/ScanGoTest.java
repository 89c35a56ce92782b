package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `cupel scan` of a program of Go that calls some functions of a module and not others.
@Needs(Provision.GO)
class ScanGoTest {
    private static final String PROGRAM =
            """
            mkdir -p src/vendor/example.com/lib.v2/other root/usr/bin; cd src
            printf 'module example.org/tool\\ngo 1.20\\nrequire example.com/lib.v2 v1.2.3\\n' > go.mod
            printf '# example.com/lib.v2 v1.2.3\\n## explicit; go 1.20\\nexample.com/lib.v2\\nexample.com/lib.v2/other\\n' > vendor/modules.txt
            printf 'package lib\\ntype T struct{}\\nfunc (*T) Called() { println(1) }\\nfunc (*T) Uncalled() { println(2) }\\nfunc Uncalled() { println(3) }\\n' > vendor/example.com/lib.v2/lib.go
            printf 'package other\\nconst X = 1\\nfunc Uncalled() { println(4) }\\n' > vendor/example.com/lib.v2/other/other.go
            printf 'package main\\nimport "example.com/lib.v2"\\nimport "example.com/lib.v2/other"\\nfunc main() { println(other.X); (&lib.T{}).Called() }\\n' > main.go
            GOFLAGS=-buildvcs=false GOPROXY=off CGO_ENABLED=0 go build -mod=vendor -trimpath -ldflags '-s -w' -o ../root/usr/bin/tool .
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void image() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("sh", "-ec", PROGRAM).directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
        advisories(
                record("GO-2026-0001", "CVE-2026-1", "example.com/lib.v2", "[{\"path\":\"example.com/lib.v2\",\"symbols\":[\"Uncalled\",\"T.Called\"]}]"),
                record("GO-2026-0002", "CVE-2026-2", "example.com/lib.v2", "[{\"path\":\"example.com/lib.v2\",\"symbols\":[\"Uncalled\",\"T.Uncalled\"]},{\"path\":\"example.com/lib.v2/other\",\"symbols\":[\"Uncalled\"]}]"),
                record("GHSA-aaaa-bbbb-0002", "CVE-2026-2", "example.com/lib.v2", "[]"),
                record("GO-2026-0003", "CVE-2026-3", "example.com/lib.v2", "[]"),
                record("GO-2026-0004", "CVE-2026-4", "stdlib", "[{\"path\":\"net/http\",\"symbols\":[\"Client.Do\"]}]"),
                record("GO-2026-0005", "CVE-2026-5", "example.com/lib.v2", "[{\"path\":\"example.com/lib.v2\",\"symbols\":[\"T.Called\"],\"goos\":[\"windows\"]}]"),
                record("GO-2026-0006", "CVE-2026-6", "example.com/lib.v2", "[{\"path\":\"example.com/lib.v2\"}]"),
                record("GO-2026-0007", "CVE-2026-7", "example.com/lib.v2", "[{\"path\":\"example.com/lib.v2/other\"}]"),
                record("GO-2026-0008", "CVE-2026-8", "stdlib", "[{\"path\":\"runtime\",\"symbols\":[\"init#9\"]}]"),
                record("GO-2026-0009", "CVE-2026-9", "example.com/lib.v2", "[{\"path\":\"example.com/lib.v2\",\"symbols\":[\"Uncalled\"]}]")
                        + "\n" + record("GO-2026-0010", "CVE-2026-9", "example.com/lib.v2", "[]"));
    }

    @Test
    void what_is_not_linked_does_not_count_and_what_is_linked_is_named() throws IOException {
        for (int time = 0; time < 2; time++) { // found out, and remembered
            JsonNode report = JsonMapper.shared().readTree(call("scan", "dir:" + folder.resolve("root"), "--format", "json").out());

            assertThat(told(report, "findings")).containsExactlyInAnyOrder(
                    "CVE-2026-1 LINKED [\"example.com/lib.v2.(*T).Called\"]", "CVE-2026-3 UNKNOWN []", "CVE-2026-6 LINKED [\"example.com/lib.v2\"]", "CVE-2026-8 UNKNOWN []", "CVE-2026-9 UNKNOWN []");
            assertThat(told(report, "silenced")).containsExactlyInAnyOrder("CVE-2026-2 NOT_LINKED []", "CVE-2026-4 NOT_LINKED []", "CVE-2026-7 NOT_LINKED []");
            assertThat(report.path("silenced").findValuesAsString("cause")).containsOnly("NOT_LINKED");
            assertThat(report.path("silenced").findValuesAsString("reason")).containsExactlyInAnyOrder(
                    "none of the 3 functions it names is in the binary", "the one function it names is not in the binary", "no function of the package it names is in the binary");
            assertThat(report.toString()).doesNotContain("CVE-2026-5");
        }
    }

    @Test
    void reports_tell_it_in_words() {
        assertThat(call("scan", "dir:" + folder.resolve("root")).out())
                .contains("vulnerable function linked: example.com/lib.v2.(*T).Called", "vulnerable package linked: example.com/lib.v2", "Silenced: 3 with no vulnerable function linked");
        assertThat(call("scan", "dir:" + folder.resolve("root"), "--full").out()).contains("none of the 3 functions it names is in the binary");
        assertThat(call("scan", "dir:" + folder.resolve("root"), "--format", "sarif").out()).contains("vulnerable function linked: example.com/lib.v2.(*T).Called");
        assertThat(call("scan", "dir:" + folder.resolve("root"), "--format", "cyclonedx").out().replaceAll("\\s", "")).contains("\"state\":\"not_affected\",\"justification\":\"code_not_present\"");
    }

    @Test
    void of_a_bill_nobody_knows_what_is_linked() throws IOException {
        Path bill = folder.resolve("bill.cdx.json");
        assertThat(call("sbom", "dir:" + folder.resolve("root"), "-o", bill.toString()).exitCode()).isZero();

        JsonNode report = JsonMapper.shared().readTree(call("scan", "sbom:" + bill, "--format", "json").out());

        assertThat(told(report, "silenced")).isEmpty();
        assertThat(told(report, "findings")).hasSize(8).allMatch(one -> one.endsWith(" UNKNOWN []"));
    }

    @Test
    void a_watch_that_cannot_look_into_the_program_takes_for_known_what_is_not_linked() throws IOException {
        assertThat(call("watch", "add", "dir:" + folder.resolve("root")).exitCode()).isZero();

        assertThat(call("watch", "--force").exitCode()).isZero();
    }

    private static List<String> told(JsonNode report, String part) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : report.path(part)) {
            JsonNode linkage = one.path("presence").path("linkage");
            all.add(one.path("id").stringValue() + " " + linkage.path("state").stringValue() + " " + linkage.path("functions"));
        }
        return all;
    }

    private static String record(String id, String alias, String module, String imports) {
        return """
                {"id":"%s","aliases":["%s"],"modified":"2026-11-20T00:00:00Z","summary":"s","affected":[{"package":{"ecosystem":"Go","name":"%s"},\
                "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"9.0.0"}]}],"ecosystem_specific":{"imports":%s}}]}"""
                .formatted(id, alias, module, imports);
    }

    private void advisories(String... records) throws IOException {
        Path file = folder.resolve("Go.jsonl");
        Files.writeString(file, String.join("\n", records) + "\n");
        assertThat(call("db", "import", file.toString()).exitCode()).isZero();
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
