package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// What Red Hat says of packages of RHEL that it has not mended, taken in and found in a bill of RHEL 9.
class RedHatVexTest {
    private static final String ERRATUM = """
            {"id":"RHSA-2024:7","modified":"2026-11-20T00:00:00Z","related":["CVE-2024-7"],"affected":[{"package":{"ecosystem":"Red Hat:enterprise_linux:9::baseos","name":"curl-minimal"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"0:7.76.1-26.el9"}]}]}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void bill() throws IOException {
        Files.writeString(folder.resolve("bill.json"), """
                {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
                {"type":"operating-system","name":"rhel","version":"9.4"},
                %s,%s,%s]}
                """.formatted(rpm("curl-minimal", "7.76.1-20.el9"), rpm("kernel-headers", "5.14.0-1.el9"), rpm("zlib", "1.2.11-40.el9")));
        Files.writeString(folder.resolve("RedHat.jsonl"), ERRATUM);
    }

    @Test
    void what_is_not_mended_is_found_with_what_red_hat_means_to_do() throws IOException {
        document(1, affected("curl-minimal", "no_fix_planned", "Will not fix"));
        document(2, affected("curl-minimal", "none_available", "Fix deferred"));
        document(3, affected("curl-minimal", "no_fix_planned", "Out of support scope"));
        document(4, affected("curl-minimal", "none_available", "Affected"));
        document(5, "\"product_status\":{\"under_investigation\":[\"rhel9:curl-minimal\"]}");
        document(6, "\"product_status\":{\"known_not_affected\":[\"rhel9:curl-minimal\"]}");
        document(8, affected("other", "none_available", "Affected"));
        document(9, affected("kernel-headers", "none_available", "Affected"));

        JsonNode report = scan();

        assertThat(states(report)).containsExactly(
                "CVE-2024-1 WILL_NOT_FIX", "CVE-2024-2 FIX_DEFERRED", "CVE-2024-3 END_OF_LIFE", "CVE-2024-4 AFFECTED", "CVE-2024-5 UNDER_INVESTIGATION", "CVE-2024-7 FIXED");
        assertThat(report.path("findings").path(1).path("severity").path("severity").stringValue()).isEqualTo("HIGH");
        assertThat(report.path("findings").toString()).contains("curl: a flaw", "The distribution will not fix it.", "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H");
    }

    @Test
    void a_fix_of_the_releases_own_stream_ends_what_stands_as_affected_and_that_of_another_stream_does_not() throws IOException {
        String both = "\"product_status\":{\"known_affected\":[\"rhel9:%s\"],\"fixed\":[\"%s:%s-fixed\"]}";
        document(1, both.formatted("curl-minimal", "BaseOS-9.2", "curl-minimal"));
        document(2, both.formatted("zlib", "BaseOS-9.2", "zlib"));
        document(3, both.formatted("zlib", "BaseOS-9.0.EUS", "zlib"));

        assertThat(states(scan())).containsExactly("CVE-2024-1 FIXED", "CVE-2024-3 AFFECTED", "CVE-2024-7 FIXED");
    }

    @Test
    void where_only_a_source_is_told_the_package_of_its_name_is_found() throws IOException {
        document(1, "\"product_status\":{\"known_affected\":[\"rhel9:zlib.src\"]}");
        document(2, "\"product_status\":{\"known_affected\":[\"rhel9:zlib.src\",\"rhel9:other\"]}");

        assertThat(states(scan())).containsExactly("CVE-2024-1 AFFECTED", "CVE-2024-7 FIXED");
    }

    @Test
    void a_document_that_is_cut_off_is_one_clear_line_and_others_documents_say_nothing_of_rhel() throws IOException {
        Path file = document(1, affected("zlib", "none_available", "Affected"));
        Files.writeString(file, Files.readString(file).replace("https://www.redhat.com", "https://example.com"));
        assertThat(call("db", "import", file.toString()).err()).contains("there are no advisories in it");

        Files.writeString(file, Files.readString(file).substring(0, 400));
        Invocation refused = call("db", "import", folder.resolve("vex").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("cupel: Cannot take advisories in: ", "cve-2024-1.json", "it is not JSON").doesNotContain("\tat ");
    }

    private static String rpm(String name, String version) {
        return "{\"type\":\"library\",\"name\":\"%s\",\"version\":\"%s\",\"purl\":\"pkg:rpm/redhat/%1$s@%2$s?arch=x86_64&distro=rhel-9.4\"}".formatted(name, version);
    }

    private static String affected(String name, String category, String details) {
        return """
                "product_status":{"known_affected":["rhel9:%1$s"]},"remediations":[{"category":"%2$s","details":"%3$s","product_ids":["rhel9:%1$s"]},{"category":"workaround","details":"x","product_ids":["rhel9:%1$s"]}]"""
                .formatted(name, category, details);
    }

    /// In the shape of Red Hat's.
    private Path document(int number, String status) throws IOException {
        String text = """
                {"document":{"aggregate_severity":{"namespace":"x","text":"Important"},"category":"csaf_vex","csaf_version":"2.0","publisher":{"category":"vendor","name":"Red Hat Product Security","namespace":"https://www.redhat.com"},
                "title":"curl: a flaw","tracking":{"current_release_date":"2026-11-20T14:31:32+00:00","id":"CVE-2024-%1$d","initial_release_date":"2024-10-11T00:00:00+00:00"}},
                "product_tree":{"branches":[{"category":"vendor","name":"Red Hat","branches":[
                {"category":"product_family","name":"RHEL","branches":[%2$s,%3$s,%4$s]},%5$s]}],"relationships":[%6$s]},
                "vulnerabilities":[{"cve":"CVE-2024-%1$d",%7$s,"scores":[{"cvss_v3":{"vectorString":"CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H","version":"3.1"},"products":["rhel9:zlib"]}]}]}
                """.formatted(
                number,
                release("rhel9", "cpe:/o:redhat:enterprise_linux:9"),
                release("BaseOS-9.2", "cpe:/o:redhat:enterprise_linux:9::baseos"),
                release("BaseOS-9.0.EUS", "cpe:/o:redhat:rhel_eus:9.0::baseos"),
                String.join(",", Stream.of("curl-minimal", "zlib", "other", "kernel-headers").flatMap(one -> Stream.of(
                        version(one, "pkg:rpm/redhat/" + one), version(one + ".src", "pkg:rpm/redhat/" + one + "?arch=src"), version(one + "-fixed", "pkg:rpm/redhat/" + one + fixed(one) + "?arch=x86_64")))
                        .toList()),
                String.join(",", Stream.of("rhel9", "BaseOS-9.2", "BaseOS-9.0.EUS").flatMap(release -> Stream.of("curl-minimal", "zlib", "zlib.src", "other", "kernel-headers", "curl-minimal-fixed", "zlib-fixed")
                        .map(one -> "{\"category\":\"default_component_of\",\"full_product_name\":{\"product_id\":\"%1$s:%2$s\"},\"product_reference\":\"%2$s\",\"relates_to_product_reference\":\"%1$s\"}".formatted(release, one)))
                        .toList()),
                status);
        return Files.writeString(Files.createDirectories(folder.resolve("vex/2024")).resolve("cve-2024-" + number + ".json"), text);
    }

    /// One is newer than what the bill has, one older.
    private static String fixed(String name) {
        return name.equals("zlib") ? "@1.2.11-39.el9" : "@7.76.1-23.el9_2.4";
    }

    private static String release(String id, String cpe) {
        return "{\"category\":\"product_name\",\"product\":{\"product_id\":\"%s\",\"product_identification_helper\":{\"cpe\":\"%s\"}}}".formatted(id, cpe);
    }

    private static String version(String id, String purl) {
        return "{\"category\":\"product_version\",\"product\":{\"product_id\":\"%s\",\"product_identification_helper\":{\"purl\":\"%s\"}}}".formatted(id, purl);
    }

    private JsonNode scan() {
        assertThat(call("db", "import", folder.resolve("RedHat.jsonl").toString()).exitCode()).isEqualTo(ExitCode.DONE);
        Invocation taken = call("db", "import", folder.resolve("vex").toString());
        assertThat(taken.exitCode()).as(taken.err()).isEqualTo(ExitCode.DONE);
        assertThat(taken.out()).contains("redhat-vex");
        Invocation answer = call("scan", "sbom:" + folder.resolve("bill.json"), "--format", "json");
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return JsonMapper.shared().readTree(answer.out());
    }

    private static List<String> states(JsonNode report) {
        return report.path("findings").values().stream().map(one -> one.path("id").stringValue() + " " + one.path("state").stringValue()).sorted().toList();
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
