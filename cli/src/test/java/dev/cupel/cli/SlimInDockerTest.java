package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole command with an image that Docker Engine runs.
@Needs({Provision.ROOT, Provision.ENGINE, Provision.RUNC, Provision.SHARED_DATA})
class SlimInDockerTest {
    private static final Path ALPINE = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
    private static final List<String> SERVER = List.of(
            "--cmd",
            "sh -c 'trap \"exit 0\" TERM; while :; do nc -l -p 8080 -e cat /etc/motd & wait; done'",
            "--exec",
            "grep -c Alpine /etc/os-release",
            "--tmpfs",
            "/run/mine");

    @TempDir
    private Path folder;

    @Test
    void it_keeps_what_cupels_own_run_keeps_to_the_byte() throws IOException {
        SlimReport inDocker = slim("docker");
        SlimReport own = slim("embedded");

        assertThat(inDocker.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(inDocker.run().complete()).isTrue();
        assertThat(paths(inDocker)).isEqualTo(paths(own)).contains("/etc/motd", "/etc/os-release", "/bin/busybox", "/bin/grep");
        assertThat(inDocker.result().orElseThrow().digest()).isEqualTo(own.result().orElseThrow().digest());
    }

    @Test
    void two_images_are_compared_in_docker() {
        Invocation done = Invocation.of(
                "verify", "--runtime", "docker", "--cmd", "cat /etc/alpine-release", "dir:" + ALPINE, "dir:" + ALPINE);

        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        assertThat(done.out()).contains("alike");
    }

    /// In a user namespace of its own a process is root no more, and the socket is still its owner's.
    @Test
    void the_socket_alone_is_not_enough_and_the_message_says_what_is_left() throws Exception {
        Invocation refused = elsewhere("unshare", "--user");

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(refused.err()).contains("Docker Engine", "root", "--no-run");
    }

    @Test
    void whoever_does_not_see_the_engines_mounts_is_told_so() throws Exception {
        Invocation refused = elsewhere("unshare", "--mount", "--propagation", "private");

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(refused.err()).contains("Docker Engine", "was not seen", "--no-run");
    }

    private SlimReport slim(String runtime) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "slim", "dir:" + ALPINE, "--runtime", runtime, "--report", folder.resolve(runtime).toString(),
                "--to", "oci:" + folder.resolve(runtime + "-image")));
        words.addAll(SERVER);
        Invocation done = Invocation.of(words.toArray(String[]::new));
        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        return new ReportJson().read(folder.resolve(runtime).resolve("report.json"));
    }

    private static List<String> paths(SlimReport report) {
        return report.kept().stream().map(SlimReport.KeptRow::path).sorted().toList();
    }

    /// The same program, where another one puts it.
    private Invocation elsewhere(String... where) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(where));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "slim",
                "dir:" + ALPINE,
                "--runtime",
                "docker",
                "--cmd",
                "true",
                "--to",
                "oci:" + folder.resolve("none"),
                "--report",
                folder.resolve("none").toString()));
        ProcessBuilder program = new ProcessBuilder(words);
        program.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        program.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = program.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Invocation(process.waitFor(), "", err);
    }
}
