package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisuseTest {
    @ParameterizedTest
    @CsvSource({
        "'slim --nonsense app', --nonsense",
        "'slim', IMAGE",
        "'slim app --mode fat', --mode",
        "'slim app --keep bin/sh', '\"bin/sh\" cannot be kept'",
        "'slim app --drop *.so', '\"*.so\" is not a pattern'",
        "'slim dir:/tmp --platform linux', '\"linux\" is not a platform'",
        "'slim app --to A', --to",
        "'slim app --rounds -1', --rounds",
        "'slim app --rounds many', --rounds",
        "'slim app --network wlan', 'none, loopback, host'",
        "'slim app -e =x', --env",
        "'slim app -v data', --volume",
        "'slim app -v /nowhere:/data', 'is not there'",
        "'slim app -v /etc:/', --volume",
        "'slim app --tmpfs run', --tmpfs",
        "'slim app --tmpfs /run:huge', --tmpfs",
        "'slim app -p 0', --port",
        "'slim app -p 65536', --port",
        "'slim app -p http', --port",
        "'slim app --exec \\', --exec",
        "'slim app --test \"', --test",
        "'slim app --cmd \"', --cmd",
        "'slim app --entrypoint \"', --entrypoint",
        "'slim app --plain-http http://here', --plain-http",
        "'slim app --format xml', 'text, json'",
        "'slim app --keap /etc', 'did you mean --keep?'",
        "'sbom app --fetch --attach', --attach",
        "'sbom app --fetch --files', --files",
        "'sbom oci:x --attach', 'needs an image in a registry'",
        "'sbom docker-daemon:app --fetch', 'needs an image in a registry'",
        "'sbom sbom:app.json --attach', 'needs an image in a registry'",
        "'scan oci:x --vex attached', 'needs an image in a registry'",
        "'scan sbom:app.json --recording x.jsonl', 'name the image'",
        "'scan --all --recording x.jsonl', 'name the image'",
        "'scan --all --vex attached', '--all-of'",
        "'sbom sbom:', 'lacks a path'",
        "'xray sbom:app.json --html page.html', '--html'",
        "'xray sbom:app.json --ci', '--ci'",
        "'diff app sbom:app.json', 'names a bill of materials'",
        "'base sbom:app.json', 'names a bill of materials'",
        "'slim sbom:app.json', 'names a bill of materials'",
        "'copy app sbom:app.json', 'names a bill of materials'",
        "'verify app', SLIM",
        "'verify app app --exec \"', --exec",
        "'copy A B', SRC",
        "'explain app', PATH",
        "'vex', 'add, ls, attach or import'",
        "'vex add x.json --vuln CVE-1 --product app --status not_affected --author A', 'needs --justification or --impact'",
        "'vex add x.json --vuln CVE-1 --product app --status fixed', --author",
        "'vex add x.json --vuln CVE-1 --product app --status fixed --author A --justification component_not_present', 'goes with'",
        "'vex add x.json --vuln CVE-1 --product app --status gone --author A', 'not_affected, affected, fixed'",
        "'vex add x.json --vuln CVE-1 --product pkg:x --status fixed --author A', --product",
        "'vex add x.json --vuln CVE-1 --product A --status fixed --author A', --product",
        "'vex add x.json --vuln CVE-1 --product app --status fixed --author A --expires soon', '90d'",
        "'vex add x.json --vuln CVE-1 --product app --status fixed --author A --expires 2026-02-30', 'calendar'",
        "'vex add x.json --vuln CVE-1 --product app --status fixed --author A --expires 2020-01-01', 'in the past'",
        "'store', 'ls or gc'",
        "'store gc --older-than soon', --older-than",
        "'store gc --older-than -1d', --older-than",
        "'completion tcsh', 'bash, zsh, fish'",
        "'man nonsense', nonsense",
        "'help nonsense', nonsense",
        "'stor ls', 'did you mean store?'",
        "'nonsense', nonsense",
        "'', 'Missing command'"
    })
    void a_call_that_is_written_wrongly_says_what_is_wrong_in_one_line_and_ends_with_2(String call, String said) {
        Invocation misused = Invocation.of(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(misused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(misused.err()).contains(said).doesNotContain("\tat ", "defect");
        assertThat(misused.err().lines()).hasSize(2).last().asString().startsWith("See: cupel ");
        assertThat(misused.out()).isEmpty();
    }

    @Test
    void an_archive_that_is_none_ends_with_4_and_leaves_no_report(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(folder.resolve("image.tar"), "this is no archive");

        Invocation refused = Invocation.of("slim", "docker-archive:" + archive, "--no-run", "--report", folder.resolve("report").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("image.tar").doesNotContain("\tat ");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void an_archive_that_is_not_there_ends_with_4(@TempDir Path folder) {
        Invocation refused = Invocation.of("slim", "oci-archive:" + folder.resolve("nowhere.tar"), "--no-run");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("nowhere.tar");
    }

    @Test
    void results_that_cannot_be_written_are_told_before_anything_is_done(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String image = "dir:" + Files.createDirectory(folder.resolve("root"));

        for (String[] call : new String[][] {
            {"slim", image, "--no-run", "--report", file + "/report"},
            {"slim", image, "--no-run", "-o", folder + "/nowhere/answer"},
            {"slim", image, "--no-run", "--to", "oci:" + file + "/image"},
            {"copy", image, "oci-archive:" + folder + "/nowhere/image.tar"},
        }) {
            Invocation refused = Invocation.of(call);

            assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(refused.err()).startsWith("cupel: Cannot write to " + folder).doesNotContain("reading");
        }
    }

    @Test
    void a_place_beside_the_image_that_cannot_be_is_told_before_the_work(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("root-cupel"));

        Invocation refused = Invocation.of("slim", "dir:" + Files.createDirectory(folder.resolve("root")), "--no-run", "--report", folder + "/report");
        Invocation top = Invocation.of("slim", "dir:/", "--no-run", "--report", folder + "/report");

        assertThat(refused.err()).contains("Cannot write to " + folder + "/root-cupel").doesNotContain("analyse");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(top.err()).startsWith("cupel: There is no place beside \"/\"").doesNotContain("defect");
        assertThat(top.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_file_that_is_named_and_not_there_ends_with_4(@TempDir Path folder) {
        for (String option : List.of("--env-file", "--probe")) {
            Invocation refused = Invocation.of("slim", "dir:" + folder, "--no-run", option, folder + "/nowhere");

            assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(refused.err()).startsWith("cupel: " + folder + "/nowhere is not there.");
        }
    }

    @Test
    void help_goes_to_standard_output_and_ends_with_0() {
        Invocation help = Invocation.of("slim", "--help");

        assertThat(help.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).contains("--keep", "--to", "--no-run");
        assertThat(help.err()).isEmpty();
    }
}
