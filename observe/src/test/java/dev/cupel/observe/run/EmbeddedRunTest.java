package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.Image;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
class EmbeddedRunTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open_a_sandbox() {
        sandbox = Sandbox.in(folder);
    }

    @Test
    void the_command_runs_and_its_output_and_exit_code_come_back() throws Exception {
        Image image = TestImage.alpine(sandbox.store()).command("sh", "-c", "echo out; echo err >&2; exit 7").image();

        try (Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays());
                Container container = stage.fresh(Making.plain())) {
            assertThat(container.running()).isTrue();
            container.start();

            assertThat(container.awaitExit(LONG)).hasValue(7);
            assertThat(container.log()).contains("out\n", "err\n");
        }
    }

    @Test
    void user_groups_directory_and_variables_are_those_of_the_image() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .user("guest")
                .directory("/srv/not/there/yet")
                .environment("GREETING=hello", "GONE=1")
                .command("sh", "-c", "id -u; id -G; pwd; echo $GREETING-$MORE-$GONE-$HOME-$HOSTNAME; hostname; echo $PATH")
                .image();
        RunPlan plan = RunPlan.asTheImageSays().withEnvironment(List.of("MORE=more", "GONE"));

        assertThat(outputOf(image, plan).lines())
                .containsExactly(
                        "405",
                        "100",
                        "/srv/not/there/yet",
                        "hello-more--/dev/null-cupel",
                        "cupel",
                        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    }

    @Test
    void a_command_beside_it_sees_the_same_files_and_has_no_input() throws Exception {
        try (Stage stage = sandbox.engine().stage(sleeper(), RunPlan.asTheImageSays());
                Container container = stage.fresh(Making.plain())) {
            container.start();

            ExecResult result = container.exec(
                    List.of("sh", "-c", "cat; echo $A > /from-exec; cat /from-exec; echo e >&2; exit 3"), Map.of("A", "b"), LONG);

            assertThat(result).isEqualTo(new ExecResult(3, "b\n", "e\n"));
            assertThat(container.exec(List.of("cat", "/from-exec"), Map.of(), LONG).output()).isEqualTo("b\n");
            assertThat(container.exec(List.of("no-such-program"), Map.of(), LONG).exitCode()).isEqualTo(127);
        }
    }

    @Test
    void a_command_that_takes_too_long_is_killed_and_the_container_lives_on() throws Exception {
        try (Stage stage = sandbox.engine().stage(sleeper(), RunPlan.asTheImageSays());
                Container container = stage.fresh(Making.plain())) {
            container.start();

            ExecResult result = container.exec(List.of("sh", "-c", "echo begun; sleep 1000"), Map.of(), Duration.ofSeconds(1));

            assertThat(result.exitCode()).isEqualTo(124);
            assertThat(result.output()).isEqualTo("begun\n");
            assertThat(container.running()).isTrue();
        }
    }

    @Test
    void a_server_on_loopback_is_seen_and_reached_from_inside_its_network_only() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .command("sh", "-c", "while true; do echo pong | nc -l -s 127.0.0.1 -p 7777; done")
                .image();
        try (Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays());
                Container container = stage.fresh(Making.plain())) {
            container.start();
            ListeningSocket expected = new ListeningSocket("tcp", "127.0.0.1", 7777);
            container.exec(List.of("sh", "-c", "until netstat -ltn | grep -q :7777; do :; done"), Map.of(), LONG);

            assertThat(container.listening()).contains(expected);
            String answer = container.inNetwork(() -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 7777)) {
                    return new String(socket.getInputStream().readNBytes(4), StandardCharsets.UTF_8);
                }
            });
            assertThat(answer).isEqualTo("pong");
        }
    }

    @Test
    void the_capabilities_and_hidden_paths_are_dockers() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .command("sh", "-c", "grep -E 'Cap(Eff|Bnd)' /proc/self/status; cat /proc/keys; ls /sys/firmware; "
                        + "echo 1 2>/dev/null > /proc/sys/vm/overcommit_memory || echo read-only; ip addr show lo | grep -c 127.0.0.1")
                .image();

        assertThat(outputOf(image, RunPlan.asTheImageSays()).lines())
                .containsExactly("CapEff:\t00000000a80425fb", "CapBnd:\t00000000a80425fb", "read-only", "1");
    }

    @Test
    void without_a_network_not_even_its_own_loopback_answers() throws Exception {
        Image image = TestImage.alpine(sandbox.store()).command("sh", "-c", "ping -c 1 -W 1 127.0.0.1 || echo none").image();

        assertThat(outputOf(image, RunPlan.asTheImageSays().withNetwork(Network.NONE))).contains("none");
        assertThat(outputOf(image, RunPlan.asTheImageSays())).doesNotContain("none");
    }

    @Test
    void an_image_of_more_than_a_hundred_layers_runs() throws Exception {
        TestImage image = TestImage.alpine(sandbox.store()).command("sh", "-c", "ls /layers | wc -l; cat /top");
        for (int i = 0; i < 120; i++) {
            Path layer = folder.resolve("content/" + i);
            Files.createDirectories(layer.resolve("layers"));
            Files.writeString(layer.resolve("layers/l" + i), "");
            Files.writeString(layer.resolve("top"), "layer " + i);
            image.layerOf(layer);
        }

        assertThat(outputOf(image.image(), RunPlan.asTheImageSays())).isEqualTo("120\nlayer 119");
    }

    private Image sleeper() throws IOException {
        return TestImage.alpine(sandbox.store()).command("sleep", "10000").image();
    }

    private String outputOf(Image image, RunPlan plan) throws IOException {
        try (Stage stage = sandbox.engine().stage(image, plan);
                Container container = stage.fresh(Making.plain())) {
            container.start();
            container.awaitExit(LONG);
            return container.log();
        }
    }
}
