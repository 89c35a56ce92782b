package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.Image;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.journal.Waited;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.Recorder;
import dev.cupel.observe.sensor.SensorChoice;
import dev.cupel.observe.sensor.Sensors;
import dev.cupel.observe.sensor.Watch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every engine owes to whom it runs an image for.
abstract class ContainerContract {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    abstract Sandbox open(Path directory);

    @BeforeEach
    void open_a_sandbox() {
        sandbox = open(folder);
    }

    Sandbox sandbox() {
        return sandbox;
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
    void a_volume_begins_as_the_image_has_it_and_outlives_its_container() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .volume("/etc/apk")
                .command("sh", "-c", "ls /etc/apk | head -n 1; cat /etc/apk/mine || echo mine > /etc/apk/mine; echo x >> /root/x; wc -l < /root/x")
                .image();

        try (Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays())) {
            try (Container first = stage.fresh(Making.plain())) {
                first.start();
                first.awaitExit(LONG);
                assertThat(first.output()).isEqualTo("arch\n1\n");
                assertThat(first.usage().written()).contains(ImagePath.of("/etc/apk/mine"), ImagePath.of("/root/x"));
            }
            try (Container second = stage.fresh(Making.plain())) {
                second.start();
                second.awaitExit(LONG);
                assertThat(second.output()).isEqualTo("arch\nmine\n1\n");
            }
        }
    }

    @Test
    void binds_memory_file_systems_user_and_command_are_the_plans() throws Exception {
        Path file = Files.writeString(folder.resolve("given"), "given\n");
        RunPlan plan = RunPlan.asTheImageSays()
                .withBinds(List.of(Bind.parse(file + ":/srv/given:ro", folder)))
                .withTmpfs(List.of(Tmpfs.parse("/mem:size=64k,mode=1777")))
                .withUser("1234:5")
                .withEntrypoint(List.of("/bin/sh", "-c"))
                .withCommand(List.of("id -u; id -g; cat /srv/given; (echo x > /srv/given) 2>/dev/null || echo read-only; grep -c ' /mem tmpfs' /proc/mounts"));

        assertThat(outputOf(sleeper(), plan).lines()).containsExactly("1234", "5", "given", "read-only", "1");
    }

    @Test
    void its_own_name_leads_to_itself_and_every_other_nowhere_at_once() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .command("sh", "-c", "ping -c 1 -W 1 cupel >/dev/null && echo reached; cat /etc/hostname /etc/resolv.conf; nslookup example.org >/dev/null 2>&1 || echo nowhere")
                .image();

        assertThat(outputOf(image, RunPlan.asTheImageSays()).lines())
                .containsExactly("reached", "cupel", "nameserver 127.0.0.1", "options timeout:1 attempts:1", "nowhere");
    }

    @Test
    void it_is_stopped_by_the_images_signal_and_else_by_force() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .stopSignal("SIGUSR1")
                .command("sh", "-c", "trap 'exit 5' USR1; trap 'echo again' HUP; echo ready; while :; do sleep 0.1; done")
                .image();

        try (Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays())) {
            try (Container container = stage.fresh(Making.plain())) {
                container.start();
                awaitLog(container, "ready");
                container.signal(Signal.HUP);
                awaitLog(container, "again");
                assertThat(container.stop(LONG)).isEqualTo(new Stopped(Signal.parse("SIGUSR1").orElseThrow(), false, 5));
                assertThat(container.exitCode()).hasValue(5);
            }
            try (Container deaf = stage.running(List.of("sh", "-c", "trap '' USR1; echo ready; while :; do sleep 0.1; done"), Map.of(), Making.plain())) {
                deaf.start();
                awaitLog(deaf, "ready");
                Stopped stopped = deaf.stop(Duration.ofMillis(200));
                assertThat(stopped.forced()).isTrue();
                assertThat(stopped.exitCode()).isEqualTo(137);
                assertThat(deaf.usage().peakMemoryBytes().orElseThrow()).isPositive();
            }
        }
    }

    @Test
    void a_command_that_is_not_in_the_image_is_told_with_its_name() throws Exception {
        Image image = TestImage.alpine(sandbox.store()).command("/no/such/program").image();

        try (Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays())) {
            assertThatThrownBy(() -> {
                        try (Container container = stage.fresh(Making.plain())) {
                            container.start();
                        }
                    })
                    .isInstanceOf(CupelException.class)
                    .hasMessageContaining("/no/such/program");
        }
    }

    @Test
    void a_container_that_writes_more_than_it_may_is_ended_with_the_reason() throws Exception {
        Image image = TestImage.alpine(sandbox.store())
                .volume("/data")
                .command("sh", "-c", "dd if=/dev/zero of=/data/much bs=1M count=40 2>/dev/null; sync; sleep 1000")
                .image();
        RunPlan plan = RunPlan.asTheImageSays().withLimits(Limits.standard().withScratchBytes(10 << 20));

        try (Stage stage = sandbox.engine().stage(image, plan);
                Container container = stage.fresh(Making.plain())) {
            container.start();

            assertThat(container.awaitExit(LONG)).hasValue(137);
            assertThat(container.endedBecause()).contains("10 MiB");
        }
    }

    @Test
    void in_the_machines_network_only_its_own_sockets_count() throws Exception {
        Image image = TestImage.alpine(sandbox.store()).command("nc", "-l", "-s", "127.0.0.1", "-p", "17778").image();
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays().withNetwork(Network.HOST));
                Container container = stage.fresh(Making.plain())) {
            container.start();
            container.exec(List.of("sh", "-c", "until netstat -ltn | grep -q :17778; do :; done"), Map.of(), LONG);

            assertThat(container.listening())
                    .extracting(ListeningSocket::port)
                    .contains(17778)
                    .doesNotContain(ours.getLocalPort());
        }
    }

    @Test
    void what_runs_is_seen_from_its_first_instruction_to_its_last() throws Exception {
        Path layer = Files.createDirectories(folder.resolve("layer"));
        Path script = Files.writeString(layer.resolve("begin"), "#!/bin/busybox sh\n[ -e /etc/none-such ]; read x < /etc/motd; exec /bin/busybox true\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Image image = TestImage.alpine(sandbox.store()).layerOf(layer).command("/begin").image();

        try (Stage stage = sandbox.engine().stage(image, RunPlan.asTheImageSays());
                Watch watch = ((SensorChoice.Sighted) new Sensors(folder.resolve("sensors")).choose()).watch();
                Container container = stage.fresh(Making.plain())) {
            watch.attach(container.sensorTarget());
            container.start();
            container.awaitExit(LONG);
            Observations seen = watch.observations();

            assertThat(seen.sensors().complete()).as(seen.sensors().toString()).isTrue();
            assertThat(seen.sensors().sensors()).containsExactly("fanotify", "ebpf");
            assertThat(seen.accesses().stream()
                            .filter(one -> !one.phase().equals(Recorder.RUNTIME))
                            .map(one -> one.kind() + " " + one.path() + (one.found() ? "" : " missing")))
                    .contains("EXECUTE /begin", "EXECUTE /bin/busybox", "READ /etc/motd", "STAT /etc/none-such missing")
                    .contains("EXECUTE /lib/ld-musl-x86_64.so.1");
        }
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

    private static void awaitLog(Container container, String word) {
        while (container.running() && !container.log().contains(word)) {
            Waited.milliseconds(2);
        }
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
