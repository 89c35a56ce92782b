package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.SlimReport.RecordingRow;
import dev.cupel.slim.report.Verdict;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole command on a real Alpine root, with what Inspektor Gadget is said to have seen of it in production.
@Needs(Provision.SHARED_DATA)
class SlimWithRecordingTest {
    private static final Path ALPINE = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");

    @TempDir
    private Path folder;

    @Test
    void what_was_used_elsewhere_stays_with_all_that_it_needs_and_explain_tells_so() throws IOException {
        Path recording = recording(executed("/usr/bin/ssl_client", "alpine:prod"), opened("/etc/motd", "alpine:prod"), opened("/etc/passwd", "redis:7"));

        Invocation done = slim("--no-run", "--recording", recording.toString(), "--recorded-as", "alpine:prod");
        SlimReport report = report();

        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.kept().stream().map(SlimReport.KeptRow::path))
                .contains("/usr/bin/ssl_client", "/usr/lib/libssl.so.3", "/etc/motd")
                .doesNotContain("/sbin/apk");
        assertThat(report.recordings()).singleElement().satisfies(one -> {
            assertThat(one).extracting(RecordingRow::name, RecordingRow::events, RecordingRow::used, RecordingRow::leftOut)
                    .containsExactly("prod.jsonl", 3L, 2L, 1L);
            assertThat(one.tools()).containsExactly("inspektor-gadget");
        });
        assertThat(done.err()).contains("recording prod.jsonl (inspektor-gadget): 3 events, 2 used").doesNotContain("incomplete");
        assertThat(Invocation.of("explain", "oci:" + folder.resolve("image"), "/etc/motd").out())
                .contains("read during \"recording prod.jsonl\" by cat (seen by inspektor-gadget)");
    }

    @Test
    void an_incomplete_recording_is_said_to_be_so_in_report_and_terminal() throws IOException {
        Path recording = recording(executed("/bin/sh", "alpine:prod"), opened("relative", "alpine:prod"));

        Invocation done = slim("--no-run", "--recording", recording.toString(), "--recorded-as", "alpine:prod");

        assertThat(done.err()).contains("It is incomplete", "relative to a directory that was not recorded");
        assertThat(report().recordings()).extracting(RecordingRow::complete).containsExactly(false);
    }

    @Test
    @Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
    void a_recording_adds_to_what_the_run_used_and_the_report_tells_what_the_run_did() throws IOException {
        Path recording = recording(executed("/usr/bin/ssl_client", "alpine:prod"));

        Invocation done = slim(
                "--entrypoint", "sh -c 'cat /etc/alpine-release > /tmp/copy; chown 1:1 /tmp/copy'",
                "--recording", recording.toString(), "--recorded-as", "alpine:prod");
        SlimReport report = report();

        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.kept().stream().map(SlimReport.KeptRow::path)).contains("/etc/alpine-release", "/usr/bin/ssl_client");
        assertThat(report.run().systemCalls()).contains("execve", "open", "chown");
        assertThat(report.run().written()).contains("/tmp/copy");
        assertThat(report.run()).satisfiesAnyOf(
                run -> assertThat(run.capabilities()).containsExactly("CAP_CHOWN"),
                run -> assertThat(run.remarks()).anyMatch(text -> text.contains("has no tracepoint for it")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"fname\":\"/etc/motd\",\"runtime\":{\"containerName\":\"c\",\"containerImageName\":\"redis:7\"}} | it tells of redis:7",
        "no json | line 1: it is not JSON"
    })
    void a_recording_that_cannot_be_used_ends_with_4_and_leaves_no_report(String line, String said) throws IOException {
        Invocation refused = slim("--no-run", "--recording", recording(line).toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("prod.jsonl", said).doesNotContain("\tat ");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void a_recording_that_is_not_there_ends_with_4() {
        Invocation refused = slim("--no-run", "--recording", folder.resolve("nowhere").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("nowhere");
    }

    @Test
    void a_name_that_names_no_image_is_a_mistake() {
        Invocation refused = slim("--no-run", "--recorded-as", "No Image");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--recorded-as");
    }

    private Path recording(String... lines) throws IOException {
        return Files.writeString(folder.resolve("prod.jsonl"), String.join("\n", lines) + "\n");
    }

    private static String opened(String path, String image) {
        return "{\"fname\":\"%s\",\"fpath\":\"\",\"flags\":\"O_RDONLY\",\"error\":\"\",\"proc\":{\"comm\":\"cat\"},%s}".formatted(path, runtime(image));
    }

    private static String executed(String path, String image) {
        return "{\"args\":\"%s\",\"exepath\":\"%<s\",\"upper_layer\":false,\"error\":\"\",\"proc\":{\"comm\":\"sh\"},%s}".formatted(path, runtime(image));
    }

    private static String runtime(String image) {
        return "\"runtime\":{\"containerName\":\"c\",\"containerImageName\":\"%s\",\"containerImageDigest\":\"\"}".formatted(image);
    }

    private SlimReport report() throws IOException {
        return new ReportJson().read(folder.resolve("report/report.json"));
    }

    private Invocation slim(String... more) {
        List<String> all = new ArrayList<>(
                List.of("slim", "dir:" + ALPINE, "--to", "oci:" + folder.resolve("image"), "--report", folder.resolve("report").toString()));
        all.addAll(List.of(more));
        return Invocation.of(all.toArray(String[]::new));
    }
}
