package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `cupel vex import`.
class VexImportTest {
    @TempDir
    private Path folder;

    @Test
    void trivys_lines_become_rules_with_the_comments_as_reasons() throws IOException {
        Invocation done = converted(".trivyignore", """
                # Accepted
                # for now
                CVE-2024-1 exp:2026-02-01
                CVE-2024-2 exp:2026-02-01 # not reachable

                CVE-2024-3 exp:2026-02-01
                # No end
                CVE-2024-4
                AVD-DS-0002
                CVE-2024-5 exp:soon
                """);

        assertThat(done.out()).isEqualTo("""
                ignore:
                - id: CVE-2024-1
                  reason: Accepted for now
                  until: 2026-01-31
                - id: CVE-2024-2
                  reason: not reachable
                  until: 2026-01-31
                """);
        assertThat(done.err()).contains(
                "left out: line 6, CVE-2024-3: it gives no reason",
                "left out: line 8, CVE-2024-4: it has no end",
                "left out: line 9, AVD-DS-0002: it is no vulnerability",
                "left out: line 10, CVE-2024-5: \"soon\" is no date",
                "2 rules, 4 entries left out");
    }

    @Test
    void what_lacks_a_reason_or_an_end_gets_those_that_are_given() throws IOException {
        Invocation done = converted(".trivyignore", "CVE-2024-3\n", "--reason", "taken over from trivy", "--until", "2027-06-30");

        assertThat(done.out()).contains("id: CVE-2024-3", "reason: taken over from trivy", "until: 2027-06-30");
        assertThat(done.err()).isEmpty();
    }

    @Test
    void trivys_yaml_keeps_paths_and_package_urls() throws IOException {
        Invocation done = converted(".trivyignore.yaml", """
                vulnerabilities:
                  - id: CVE-2024-1
                    paths: [usr/lib/app.jar, 'opt/**']
                    purls: ['pkg:maven/org.x/y@1.0']
                    expired_at: 2026-02-01
                    statement: only in tests
                  - id: CVE-2024-2
                    paths: ['**/*.jar']
                    expired_at: 2026-02-01
                    statement: x
                secrets:
                  - id: aws
                """);

        assertThat(done.out()).isEqualTo("""
                ignore:
                - id: CVE-2024-1
                  purl: pkg:maven/org.x/y@1.0
                  path: /usr/lib/app.jar
                  reason: only in tests
                  until: 2026-01-31
                - id: CVE-2024-1
                  purl: pkg:maven/org.x/y@1.0
                  path: /opt/
                  reason: only in tests
                  until: 2026-01-31
                """);
        assertThat(done.err()).contains("vulnerabilities[1], CVE-2024-2: the path \"**/*.jar\" is a pattern", "secrets: these are no vulnerabilities");
    }

    @Test
    void grypes_rules_become_rules_but_for_what_would_silence_more() throws IOException {
        Invocation done = converted(".grype.yaml", """
                ignore:
                  - vulnerability: CVE-2024-1
                    reason: not built in
                    package: {name: requests, version: 2.1.0, type: python, location: '/opt/venv/**'}
                  - vulnerability: CVE-2024-2
                    fix-state: wont-fix
                    reason: x
                  - package: {name: 'kernel-.*'}
                    reason: x
                  - vulnerability: CVE-2024-3
                    vex-status: not_affected
                """, "--until", "2027-06-30");

        assertThat(done.out()).isEqualTo("""
                ignore:
                - id: CVE-2024-1
                  package: requests
                  version: 2.1.0
                  type: pypi
                  path: /opt/venv/
                  reason: not built in
                  until: 2027-06-30
                """);
        assertThat(done.err()).contains(
                "ignore[1], CVE-2024-2: the rules of Cupel have no fix-state", "ignore[2]: the name \"kernel-.*\" is a pattern", "ignore[3], CVE-2024-3: the rules of Cupel have no vex-status");
    }

    @Test
    void osv_scanners_configuration_is_read_too() throws IOException {
        Invocation done = converted("osv-scanner.toml", """
                [[IgnoredVulns]]
                id = "GO-2022-0968"
                ignoreUntil = 2026-02-01
                reason = "no ssh servers"

                [[PackageOverrides]]
                name = "lib"
                version = "1.0.0"
                ecosystem = "Go"
                vulnerability.ignore = true
                effectiveUntil = 2026-02-01
                reason = "abandoned"

                [[PackageOverrides]]
                name = "other"
                license.override = ["MIT"]
                """);

        assertThat(done.out()).isEqualTo("""
                ignore:
                - id: GO-2022-0968
                  reason: no ssh servers
                  until: 2026-01-31
                - package: lib
                  version: 1.0.0
                  type: golang
                  reason: abandoned
                  until: 2026-01-31
                """);
        assertThat(done.err()).isEmpty();
    }

    @Test
    void what_is_written_is_a_policy() throws IOException {
        Path policy = folder.resolve("policy.yaml");
        converted(".trivyignore", "CVE-2024-3 exp:2026-02-01 # it's: \"odd\" # {x}\n", "-o", policy.toString());

        Invocation scan = Invocation.of("scan", "dir:" + folder, "--policy", policy.toString(), "--db", folder.resolve("none").toString());

        assertThat(scan.err()).doesNotContain("policy").contains("none");
        assertThat(policy).content().contains("odd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x.yaml | [ | it is no YAML", "x.yaml | a: b | neither ignore", "x.yaml | text | it has no keys", "x.toml | [[ | it is no TOML", "x.toml | a = 1 | neither IgnoredVulns", "x.yaml | 'a: &a [*a, *a]' | it is no YAML"
    })
    void what_cannot_be_read_is_told_in_one_line(String name, String text, String said) throws IOException {
        Invocation refused = converted(name, text);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).startsWith("cupel: Cannot read ").contains(said).doesNotContain("\tat ");
    }

    private Invocation converted(String name, String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Invocation.of(Stream.concat(Stream.of("vex", "import", file.toString()), Arrays.stream(more)).toArray(String[]::new));
    }
}
