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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `cupel scan`, of a folder that is a small Debian with Python packages in it.
class ScanCommandTest {
    private static final String ADVISORIES = """
            {"id":"CVE-2024-1","modified":"2026-11-20T00:00:00Z","published":"2024-01-01T00:00:00Z","severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],"affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"3.0.15-1"}]}]}]}
            {"id":"CVE-2024-2","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}],"ecosystem_specific":{"urgency":"unimportant"}}]}
            {"id":"CVE-2024-3","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"linux"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            {"id":"CVE-2024-4","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"nodejs"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            {"id":"CVE-2024-5","modified":"2026-11-20T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"nginx"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            {"id":"DSA-1-1","modified":"2026-11-20T00:00:00Z","related":["CVE-2024-1"],"affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"3.0.15-1"}]}]}]}
            """;
    private static final String PYTHON = """
            {"id":"GHSA-aaaa-bbbb-cccc","modified":"2026-11-20T00:00:00Z","aliases":["CVE-2024-9","PYSEC-2024-9"],"database_specific":{"severity":"HIGH"},"affected":[{"package":{"ecosystem":"PyPI","name":"requests"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"2.32.0"}]}]}]}
            {"id":"PYSEC-2024-9","modified":"2026-11-20T00:00:00Z","aliases":["CVE-2024-9","GHSA-aaaa-bbbb-cccc"],"affected":[{"package":{"ecosystem":"PyPI","name":"requests"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"2.32.0"}]}]}]}
            """;
    private static final String KEV = """
            {"catalogVersion":"1","dateReleased":"2026-11-25T17:04:19Z","vulnerabilities":[{"cveID":"CVE-2024-9","vulnerabilityName":"n","dateAdded":"2026-08-25","dueDate":"2026-09-15","knownRansomwareCampaignUse":"Unknown"}]}
            """;

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void image() throws IOException {
        root = folder.resolve("root");
        write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
        write(
                "var/lib/dpkg/status",
                """
                Package: libssl3
                Status: install ok installed
                Architecture: amd64
                Source: openssl
                Version: 3.0.11-1

                Package: linux-libc-dev
                Status: install ok installed
                Architecture: amd64
                Source: linux
                Version: 6.1.1-1

                Package: tools
                Status: install ok installed
                Architecture: all
                Version: 5-1

                Package: nodejs
                Status: install ok installed
                Architecture: amd64
                Version: 20.1.0-1nodesource1

                Package: nginx
                Status: install ok installed
                Architecture: amd64
                Maintainer: NGINX Packaging <nginx-packaging@f5.com>
                Version: 1.24.0-1

                Package: nginx-light
                Status: install ok installed
                Architecture: amd64
                Maintainer: A Person <person@docker.com>
                Source: nginx
                Version: 1.24.0-1
                """);
        write("var/lib/dpkg/info/libssl3:amd64.list", "/usr/lib/libssl.so.3\n/usr/share/doc/libssl3/copyright\n");
        write("usr/lib/libssl.so.3", "x");
        write("var/lib/dpkg/info/tools.list", "/usr/lib/python3/dist-packages/requests-2.28.1.dist-info/METADATA\n");
        write("var/lib/dpkg/info/nodejs.list", "/usr/lib/node/requests-2.29.0.dist-info/METADATA\n");
        write("usr/lib/node/requests-2.29.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: requests\nVersion: 2.29.0\n");
        write("usr/lib/python3/dist-packages/requests-2.28.1.dist-info/METADATA", "Metadata-Version: 2.1\nName: requests\nVersion: 2.28.1\n");
        write("opt/venv/lib/python3.11/site-packages/requests-2.30.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: requests\nVersion: 2.30.0\n");
        Files.writeString(folder.resolve("Debian.jsonl"), ADVISORIES);
        Files.writeString(folder.resolve("PyPI.jsonl"), PYTHON);
        Files.writeString(folder.resolve("kev.json"), KEV);
        for (String file : List.of("Debian.jsonl", "PyPI.jsonl", "kev.json")) {
            assertThat(call("db", "import", folder.resolve(file).toString()).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void each_vulnerability_is_told_once_with_what_to_do() throws IOException {
        JsonNode report = scan();

        assertThat(ids(report, "findings")).containsExactlyInAnyOrder("CVE-2024-1 libssl3", "CVE-2024-2 libssl3", "CVE-2024-5 nginx-light", "CVE-2024-9 requests", "CVE-2024-9 requests");
        assertThat(finding(report, "CVE-2024-1").path("advisories").toString()).contains("CVE-2024-1", "DSA-1-1");
        assertThat(finding(report, "CVE-2024-1").path("severity").path("scores").path(0).path("value").doubleValue()).isEqualTo(9.8);
        assertThat(finding(report, "CVE-2024-9").path("ids").toString()).contains("GHSA-aaaa-bbbb-cccc", "PYSEC-2024-9");
        assertThat(report.path("advice").toString()).contains("3.0.15-1", "2.32.0");
        assertThat(finding(report, "CVE-2024-1").path("presence").path("total").intValue()).isEqualTo(2);
        assertThat(finding(report, "CVE-2024-1").path("presence").path("kept").intValue()).isEqualTo(1);
    }

    @Test
    void headers_of_kernels_and_packages_of_others_do_not_count_and_are_kept_with_the_reason() throws IOException {
        JsonNode report = scan();

        assertThat(ids(report, "silenced")).containsExactlyInAnyOrder("CVE-2024-3 linux-libc-dev", "CVE-2024-4 nodejs", "CVE-2024-5 nginx", "CVE-2024-9 requests");
        assertThat(report.path("silenced").toString()).contains("the package is built by NodeSource", "the package is built by nginx.org", "its files belong to the package tools 5-1, whose own advisories count", "headers of a kernel");
    }

    @Test
    void what_the_distributions_packages_bring_along_is_theirs_and_what_others_packages_bring_along_counts() throws IOException {
        assertThat(scan().path("findings").toString()).contains("requests@2.29.0", "requests@2.30.0").doesNotContain("requests@2.28.1");
    }

    @ParameterizedTest
    @CsvSource({
        "critical, 1", "critical+fixable, 1", "kev, 1", "kev+app, 1", "high+fixable+kev, 1", "malicious, 0", "low+base, 0", "age>300d, 1", "critical+kev, 0", "any, 1",
        "epss>0.1, 3", "loaded, 3", "now, 1"
    })
    void gates_decide_over_the_exit_code_and_never_pass_for_want_of_data(String gate, int code) {
        Invocation answer = call("scan", "dir:" + root, "--fail-on", gate);

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(code);
        assertThat(answer.err()).contains(": " + gate + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad", "epss>2", "critical+", "+", "age>3", "epss>x", "high+bad"})
    void a_gate_that_nobody_knows_is_a_misuse(String gate) {
        assertThat(call("scan", "dir:" + root, "--fail-on", gate).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void only_what_is_new_fails_where_a_baseline_is_given() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        call("scan", "dir:" + root, "--format", "json", "-o", baseline.toString());

        assertThat(call("scan", "dir:" + root, "--fail-on", "new", "--baseline", baseline.toString()).exitCode()).isEqualTo(ExitCode.DONE);

        write("srv/requests-2.31.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: requests\nVersion: 2.31.0\n");
        assertThat(call("scan", "dir:" + root, "--fail-on", "new", "--baseline", baseline.toString()).exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(call("scan", "dir:" + root, "--fail-on", "new").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_policy_ignores_with_a_reason_and_a_date_only() throws IOException {
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(
                policy,
                """
                fail-on: [high+fixable]
                ignore:
                  - id: CVE-2024-1
                    reason: not reachable
                    until: 2999-01-01
                  - id: GHSA-aaaa-bbbb-cccc
                    package: requests
                    reason: was to be mended
                    until: 2020-01-01
                """);

        Invocation answer = call("scan", "dir:" + root, "--format", "json", "--policy", policy.toString());
        JsonNode report = JsonMapper.shared().readTree(answer.out());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(ids(report, "silenced")).contains("CVE-2024-1 libssl3");
        assertThat(report.path("silenced").toString()).contains("not reachable (until 2999-01-01)");
        assertThat(report.path("warnings").toString()).contains("the rule to ignore GHSA-aaaa-bbbb-cccc requests has expired on 2020-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "package: requests, version: 2.30.0 | 1", "package: requests, version: 2.31.0 | 0", "package: requests, type: pypi | 2", "package: requests, type: npm | 0",
        "purl: 'pkg:pypi/Requests' | 2", "purl: 'pkg:pypi/requests@2.29.0' | 1", "purl: 'pkg:deb/debian/openssl?arch=source' | 2"
    })
    void a_rule_is_about_what_all_of_its_keys_say(String keys, int silenced) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "ignore: [{" + keys + ", reason: x, until: 2999-01-01}]");

        JsonNode report = scan("--policy", policy.toString());

        assertThat(report.path("silenced").values()).filteredOn(one -> one.path("silence").path("cause").stringValue().equals("IGNORED")).hasSize(silenced);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ignore: [{id: CVE-1, reason: x}]", "ignore: [{id: CVE-1, until: 2999-01-01}]", "ignore: [{reason: x, until: 2999-01-01}]", "ignroe: []", "fail-on: [bad]", "[", "ignore: [{id: CVE-1, reason: x, until: soon}]", "vex-authors: []", "ignore: [{purl: x, reason: x, until: 2999-01-01}]", "ignore: [{type: deb, reason: x, until: 2999-01-01}]", "vex-authors:"
    })
    void a_policy_that_cannot_be_read_is_one_clear_line(String text) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), text);

        Invocation answer = call("scan", "dir:" + root, "--policy", policy.toString());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(answer.err()).startsWith("cupel: Cannot read the policy");
    }

    @Test
    void a_statement_of_vex_silences_with_its_author_and_reason() throws IOException {
        Path vex = folder.resolve("vex.json");
        assertThat(call(
                                "vex", "add", vex.toString(), "--vuln", "CVE-2024-1", "--product", "pkg:deb/debian/libssl3", "--status", "not_affected", "--justification",
                                "vulnerable_code_not_in_execute_path", "--author", "Ada")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);

        JsonNode report = scan("--vex", vex.toString());

        assertThat(ids(report, "findings")).doesNotContain("CVE-2024-1 libssl3");
        assertThat(report.path("silenced").toString()).contains("Ada in vex.json", "vulnerable_code_not_in_execute_path");
    }

    @Test
    void a_statement_about_a_source_package_reaches_what_was_built_from_it_and_one_about_nothing_is_told() throws IOException {
        Path vex = folder.resolve("vex.json");
        call("vex", "add", vex.toString(), "--vuln", "CVE-2024-1", "--product", "pkg:deb/debian/openssl?arch=source", "--status", "fixed", "--author", "Ada");
        call("vex", "add", vex.toString(), "--vuln", "CVE-2024-2", "--product", "pkg:deb/debian/opensll", "--status", "fixed", "--author", "Ada");

        JsonNode report = scan("--vex", vex.toString());

        assertThat(ids(report, "silenced")).contains("CVE-2024-1 libssl3");
        assertThat(report.path("warnings").toString()).contains("1 of 2 VEX statements are about nothing that was found: CVE-2024-2 of \\\"pkg:deb/debian/opensll\\\"");
    }

    @Test
    void only_the_authors_that_the_policy_names_silence() throws IOException {
        Path vex = folder.resolve("vex.json");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "vex-authors: [Ada]\n");
        call("vex", "add", vex.toString(), "--vuln", "CVE-2024-1", "--product", "pkg:deb/debian/libssl3", "--status", "fixed", "--author", "Ada");
        call("vex", "add", vex.toString(), "--vuln", "CVE-2024-2", "--product", "pkg:deb/debian/libssl3", "--status", "fixed", "--author", "Mallory");

        JsonNode report = scan("--vex", vex.toString(), "--policy", policy.toString());

        assertThat(ids(report, "silenced")).contains("CVE-2024-1 libssl3").doesNotContain("CVE-2024-2 libssl3");
        assertThat(report.path("warnings").toString()).contains("what \\\"Mallory\\\" says of CVE-2024-2 does not count: vex-authors of the policy does not name this author");
        assertThat(ids(scan("--vex", vex.toString()), "silenced")).contains("CVE-2024-2 libssl3");
    }

    @Test
    void a_policy_that_counts_on_attached_statements_does_not_stop_what_is_in_no_registry() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "vex: [attached]\n");

        assertThat(scan("--policy", policy.toString()).path("warnings").toString()).contains("the policy counts on attached VEX, and dir:" + root + " is in no registry");
    }

    @Test
    void an_image_that_says_nothing_cannot_be_judged() throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bare/bin"));
        Files.writeString(bare.resolve("app"), "x");

        Invocation answer = call("scan", "dir:" + bare.getParent(), "--format", "json");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.CANNOT_TELL);
        assertThat(answer.out()).contains("CANNOT_TELL", "That nothing was found says nothing");
    }

    @Test
    void a_package_database_that_is_missing_is_told_first() throws IOException {
        Files.delete(root.resolve("var/lib/dpkg/status"));

        JsonNode report = scan();

        assertThat(report.path("warnings").path(0).stringValue()).contains("vulnerabilities in them are hidden, not gone");
    }

    @Test
    void an_old_database_is_told_first() throws IOException {
        Files.writeString(folder.resolve("old.jsonl"), ADVISORIES.replace("2026-11-20", "2020-11-20"));
        call("db", "import", folder.resolve("old.jsonl").toString(), "--db", folder.resolve("old").toString());

        Invocation answer = call("scan", "dir:" + root, "--format", "json", "--db", folder.resolve("old").toString());

        assertThat(JsonMapper.shared().readTree(answer.out()).path("warnings").path(0).stringValue()).startsWith("The advisory database is ").contains("2020-11-20");
    }

    @Test
    void a_bill_gives_the_same_findings_as_the_image_that_it_is_of_but_for_what_its_system_packages_bring_along() throws IOException {
        Path bill = folder.resolve("bill.json");
        call("sbom", "dir:" + root, "--files", "-o", bill.toString());

        JsonNode byBill = JsonMapper.shared().readTree(call("scan", "sbom:" + bill, "--format", "json").out());

        assertThat(ids(byBill, "findings")).isEqualTo(ids(scan(), "findings"));
        assertThat(ids(byBill, "silenced")).isEqualTo(ids(scan(), "silenced").stream().filter(one -> !one.equals("CVE-2024-9 requests")).toList());
    }

    @Test
    @Needs(Provision.REGISTRY)
    void every_tag_of_a_registry_is_in_one_report() throws IOException {
        String registry = System.getenv("CUPEL_TEST_REGISTRY");
        String name = registry + "/cupel-scan-all/app" + System.nanoTime();
        assertThat(call("copy", "dir:" + root, "docker://" + name + ":1").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(call("copy", "dir:" + root, "docker://" + name + ":2").exitCode()).isEqualTo(ExitCode.DONE);

        JsonNode report = JsonMapper.shared().readTree(call("scan", "--all-of", registry, "--format", "json").out());

        List<String> alone = ids(scan(), "findings");
        assertThat(report.path("images").values())
                .filteredOn(one -> one.path("subject").path("reference").stringValue().contains(name))
                .hasSize(2)
                .allSatisfy(one -> assertThat(ids(one, "findings")).isEqualTo(alone));
        assertThat(call("scan", "--all-of", registry).out()).contains(name + ":1", "VERDICT");
    }

    @Test
    void all_images_or_one_but_not_both() {
        assertThat(call("scan").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(call("scan", "--all", "dir:" + root).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void two_scans_say_the_same_word_for_word() {
        assertThat(call("scan", "dir:" + root, "--format", "json").out()).isEqualTo(call("scan", "dir:" + root, "--format", "json").out());
    }

    @Test
    void a_recording_of_production_tells_which_packages_are_used() throws IOException {
        String of = "\"runtime\":{\"containerName\":\"c\",\"containerImageName\":\"shop:2\",\"containerImageDigest\":\"\"}";
        Path recording = Files.writeString(folder.resolve("prod.jsonl"), opened("/usr/lib/libssl.so.3", of));

        JsonNode report = scan("--recording", recording.toString(), "--recorded-as", "shop:2");

        assertThat(finding(report, "CVE-2024-1").path("exposure").path("use").stringValue()).isEqualTo("LOADED");
        assertThat(finding(report, "CVE-2024-1").path("priority").path("reasons").toString())
                .contains("The package is used when the image runs (recorded by inspektor-gadget in prod.jsonl).");
        assertThat(finding(report, "CVE-2024-9").path("exposure").path("use").stringValue()).isEqualTo("NEVER_LOADED");
        assertThat(call("scan", "dir:" + root, "--recording", recording.toString(), "--recorded-as", "shop:2", "--fail-on", "loaded+critical").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(call("scan", "dir:" + root, "--recording", recording.toString()).err()).contains("it tells of shop:2");
    }

    @Test
    void what_a_recording_with_losses_does_not_tell_of_may_be_used() throws IOException {
        String of = "\"x\":1";
        Path recording = Files.writeString(folder.resolve("prod.jsonl"), opened("/usr/lib/libssl.so.3", of) + opened("relative", of));

        JsonNode report = scan("--recording", recording.toString());

        assertThat(finding(report, "CVE-2024-9").path("exposure").path("use").stringValue()).isEqualTo("UNKNOWN");
        assertThat(report.path("warnings").toString()).contains("the recording prod.jsonl is incomplete (1 file names are relative");
        assertThat(call("scan", "dir:" + root, "--recording", recording.toString(), "--fail-on", "loaded+kev").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    }

    private static String opened(String path, String of) {
        return "{\"fname\":\"%s\",\"fpath\":\"\",\"flags\":\"O_RDONLY\",\"error\":\"\",\"proc\":{\"comm\":\"app\"},%s}\n".formatted(path, of);
    }

    private JsonNode scan(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("scan", "dir:" + root, "--format", "json"));
        words.addAll(List.of(more));
        Invocation answer = call(words.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return JsonMapper.shared().readTree(answer.out());
    }

    private static JsonNode finding(JsonNode report, String id) {
        return report.path("findings").values().stream().filter(one -> one.path("id").stringValue().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> ids(JsonNode report, String part) {
        return report.path(part).values().stream().map(one -> one.path("id").stringValue() + " " + one.path("component").path("name").stringValue()).sorted().toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
