package dev.cupel.image.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.reference.ImageName;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs({Provision.ENGINE, Provision.SHARED_DATA})
class EngineTest {
    private static final Duration SHORT = Duration.ofSeconds(30);
    private final Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());
    private final String label = "dev.cupel.test=" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    private final ImageName name =
            new ImageName(ImageName.DOCKER_HUB, "cupel-transport/engine", Optional.of("x" + System.nanoTime()), Optional.empty());

    @BeforeEach
    void load() throws IOException {
        Path archive = SharedData.directory().resolve("images/busybox-docker.tar");
        List<String> loaded = engine.images().load(out -> Files.copy(archive, out));
        engine.images().tag(loaded.getFirst(), name);
    }

    @AfterEach
    void clean() throws IOException {
        for (String id : engine.containers().labelled(label)) {
            engine.containers().remove(id);
        }
        engine.images().remove(name.familiar());
    }

    @Test
    void says_what_it_is() throws IOException {
        assertThat(engine.version().apiVersion()).startsWith("1.");
        assertThat(engine.info().rootDirectory()).isAbsolute();
    }

    @Test
    void describes_a_loaded_image_by_the_digest_of_its_configuration() throws IOException {
        EngineImage image = engine.images().inspect(name.familiar()).orElseThrow();

        assertThat(image.tags()).contains(name.familiar());
        assertThat(image.platform()).hasToString("linux/amd64");
        assertThat(image.diffIds()).hasSize(1);
        assertThat(engine.images().inspect(image.id().toString()).orElseThrow().id()).isEqualTo(image.id());
    }

    @Test
    void has_no_answer_for_an_image_it_lacks() throws IOException {
        assertThat(engine.images().inspect("cupel-transport/none:1")).isEmpty();
        assertThat(engine.images().remove("cupel-transport/none:1")).isFalse();
    }

    @Test
    void streams_out_an_archive_that_loads_as_the_same_image() throws IOException {
        Digest id = engine.images().inspect(name.familiar()).orElseThrow().id();
        byte[] archive = engine.images().save(name.familiar(), tar -> tar.readAllBytes());

        List<String> loaded = engine.images().load(out -> out.write(archive));

        assertThat(loaded).containsExactly(name.familiar());
        assertThat(engine.images().inspect(name.familiar()).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void refuses_what_is_no_archive() {
        assertThatThrownBy(() -> engine.images().load(out -> out.write(new byte[100_000])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot load an image into the engine");
    }

    @Test
    void stops_an_upload_that_the_caller_cannot_finish() {
        assertThatThrownBy(() -> engine.images().load(out -> {
                    out.write(new byte[1000]);
                    throw new IOException("the source broke");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the source broke");
    }

    @Test
    void runs_a_container_to_its_end_and_keeps_its_streams_apart() throws IOException {
        String id = engine.containers()
                .create(labelled().command(List.of("sh", "-c", "echo out; echo err >&2; exit 7")));
        engine.containers().start(id);

        int exitCode = engine.containers().await(id, SHORT);

        assertThat(exitCode).isEqualTo(7);
        assertThat(engine.containers().logs(id)).isEqualTo(new ContainerOutput("out\n", "err\n"));
        assertThat(engine.containers().inspect(id).orElseThrow().status()).isEqualTo("exited");
    }

    @Test
    void creates_a_container_as_it_is_told() throws IOException {
        String id = engine.containers()
                .create(labelled()
                        .entrypoint(List.of("/bin/sh", "-c"))
                        .command(List.of("id -u; pwd; echo $GREETING; ls /mine; touch /mem/x && echo mem"))
                        .environment(List.of("GREETING=hello there"))
                        .user("1234")
                        .workingDirectory("/tmp")
                        .bind("/proc/self:/mine:ro")
                        .tmpfs("/mem", "size=64k,mode=1777")
                        .network("none"));
        engine.containers().start(id);
        engine.containers().await(id, SHORT);

        assertThat(engine.containers().logs(id).output())
                .startsWith("1234\n/tmp\nhello there\n")
                .contains("cmdline")
                .endsWith("mem\n");
        assertThat(engine.containers().inspect(id).orElseThrow().mounts()).contains("/mine");
    }

    @Test
    void runs_commands_in_a_running_container() throws IOException {
        String id = sleeping();

        ExecOutcome outcome = engine.containers()
                .exec(id, new NewExec(List.of("sh", "-c", "echo $A; echo b >&2; exit 3"), List.of("A=a"), ""), SHORT);

        assertThat(outcome).isEqualTo(new ExecOutcome(3, new ContainerOutput("a\n", "b\n")));
        assertThat(engine.containers().inspect(id).orElseThrow().pid()).isPositive();
    }

    @Test
    void tells_which_process_outlived_its_time() throws IOException {
        String id = sleeping();

        assertThatThrownBy(() -> engine.containers()
                        .exec(id, new NewExec(List.of("sh", "-c", "echo a; sleep 60"), List.of(), ""), Duration.ofSeconds(3)))
                .isInstanceOfSatisfying(CommandTimedOut.class, timedOut -> {
                    assertThat(timedOut.pid()).isPositive();
                    assertThat(timedOut.written().output()).isEqualTo("a\n");
                });
    }

    @Test
    void an_interrupted_thread_stops_waiting() throws Exception {
        String id = sleeping();
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("not interrupted"));
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                engine.containers().await(id, SHORT);
            } catch (IOException e) {
                thrown.set(e);
            }
        });

        waiting.interrupt();
        waiting.join();

        assertThat(thrown.get()).isInstanceOf(ClosedByInterruptException.class);
    }

    @Test
    void follows_what_is_written_until_a_signal_ends_it() throws IOException {
        String id = engine.containers()
                .create(labelled().command(List.of("sh", "-c", "trap 'echo bye; exit 5' TERM; echo ready; while :; do sleep 0.05; done")));
        engine.containers().start(id);
        StringBuilder seen = new StringBuilder();

        engine.containers().follow(id, (error, piece) -> {
            seen.append(new String(piece, StandardCharsets.UTF_8));
            if (seen.toString().equals("ready\n")) {
                engine.containers().kill(id, "TERM");
            }
        });

        assertThat(seen).hasToString("ready\nbye\n");
        assertThat(engine.containers().await(id, SHORT)).isEqualTo(5);
    }

    @Test
    void a_reader_that_attaches_before_the_start_gets_all_of_it_without_any_log() throws Exception {
        String id = engine.containers()
                .create(labelled().withoutLog().command(List.of("sh", "-c", "echo first; echo err >&2; echo last")));
        StringBuilder seen = new StringBuilder(); // the reading thread's, until it has ended
        CountDownLatch attached = new CountDownLatch(1);
        Thread reading = Thread.ofVirtual().start(() -> {
            try {
                engine.containers().attach(
                        id, attached::countDown, (error, piece) -> seen.append(error ? "E:" : "").append(new String(piece, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                seen.append(e);
            }
        });
        attached.await();

        engine.containers().start(id);
        reading.join();

        assertThat(seen.toString()).contains("first\n", "E:err\n", "last\n").hasSize("first\nE:err\nlast\n".length());
    }

    @Test
    void a_container_is_as_limited_as_it_is_told() throws IOException {
        String id = engine.containers()
                .create(labelled()
                        .hostname("house")
                        .processes(17)
                        .memoryBytes(64 << 20)
                        .memoryAndSwapBytes(64 << 20)
                        .withoutHealthCheck()
                        .command(List.of("sh", "-c", "hostname; cat /sys/fs/cgroup/pids/pids.max /sys/fs/cgroup/pids.max 2>/dev/null")));
        engine.containers().start(id);
        engine.containers().await(id, SHORT);

        assertThat(engine.containers().logs(id).output()).isEqualTo("house\n17\n");
        assertThat(engine.containers().inspect(id).orElseThrow().health()).isEmpty();
    }

    @Test
    void a_volume_is_there_until_it_is_removed() throws IOException {
        String volume = "cupel-transport-" + System.nanoTime();

        Path directory = engine.volumes().create(volume);

        assertThat(directory).isAbsolute();
        assertThat(engine.volumes().exists(volume)).isTrue();
        assertThat(engine.volumes().remove(volume)).isTrue();
        assertThat(engine.volumes().remove(volume)).isFalse();
        assertThat(engine.volumes().exists(volume)).isFalse();
    }

    @Test
    void a_removed_container_is_gone() throws IOException {
        String id = sleeping();

        assertThat(engine.containers().remove(id)).isTrue();
        assertThat(engine.containers().remove(id)).isFalse();
        assertThat(engine.containers().inspect(id)).isEmpty();
    }

    @Test
    void a_name_that_is_taken_is_a_conflict() throws IOException {
        String taken = "cupel-transport-" + System.nanoTime();
        engine.containers().create(labelled().named(taken));

        assertThatThrownBy(() -> engine.containers().create(labelled().named(taken)))
                .isInstanceOfSatisfying(EngineRefusal.class, refusal -> assertThat(refusal.isConflict()).isTrue())
                .hasMessageContaining("Cannot create a container of");
    }

    @Test
    void a_socket_that_is_missing_is_told_with_what_to_do(@TempDir Path directory) {
        Engine absent = new Engine(EngineAddress.unix(directory.resolve("docker.sock")));

        assertThatThrownBy(absent::info)
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.next()).contains("docker://"))
                .hasMessageContaining("there is no such socket");
    }

    private String sleeping() throws IOException {
        String id = engine.containers().create(labelled().command(List.of("sleep", "60")));
        engine.containers().start(id);
        return id;
    }

    private NewContainer labelled() {
        int equals = label.indexOf('=');
        return new NewContainer(name.familiar()).label(label.substring(0, equals), label.substring(equals + 1));
    }
}
