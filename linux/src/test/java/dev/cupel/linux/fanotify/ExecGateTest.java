package dev.cupel.linux.fanotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.linux.mount.MountChanges;
import dev.cupel.linux.mount.Overlay;
import dev.cupel.linux.mount.Unmount;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Provision.ROOT)
class ExecGateTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Path merged;

    @BeforeEach
    void mount_a_file_system_with_one_program() throws IOException {
        Path layer = Files.createDirectory(folder.resolve("layer"));
        Files.copy(Path.of("/bin/true").toRealPath(), layer.resolve("program"));
        try (MountChanges changes = MountChanges.open()) {
            assertThat(changes.await(Duration.ZERO)).isFalse();
            merged = new Overlay(Files.createDirectory(folder.resolve("root")), List.of(layer), false).mount();
            assertThat(changes.await(Duration.ZERO)).as("a mount is told").isTrue();
        }
    }

    @AfterEach
    void unmount() throws IOException {
        Unmount.detach(merged);
    }

    @Test
    void a_program_waits_at_the_gate_and_goes_on_when_that_is_gone() throws Exception {
        FutureTask<Integer> run;
        try (ExecGate gate = ExecGate.before(merged)) {
            run = begun();
            OptionalInt held = gate.await(LONG);

            assertThat(held).isPresent();
            assertThat(Path.of("/proc/" + held.getAsInt() + "/exe").toRealPath()).isEqualTo(Path.of("/bin/sh").toRealPath());
            assertThat(run.isDone()).isFalse();
        }

        assertThat(run.get()).isZero();
    }

    @Test
    void who_waits_at_the_gate_can_be_killed() throws Exception {
        try (ExecGate gate = ExecGate.before(merged)) {
            FutureTask<Integer> run = begun();
            int held = gate.await(LONG).orElseThrow();

            PidDescriptor.send(held, Signal.KILL);

            assertThat(run.get()).isNotZero();
        }
    }

    @Test
    void programs_of_other_file_systems_pass() throws Exception {
        try (ExecGate gate = ExecGate.before(merged)) {
            assertThat(new ProcessBuilder("/bin/true").start().waitFor()).isZero();
            assertThat(gate.await(Duration.ZERO)).isEmpty();
        }
    }

    /// A shell runs it: the JVM itself does not return from a start before the exec.
    private FutureTask<Integer> begun() {
        FutureTask<Integer> run = new FutureTask<>(
                () -> new ProcessBuilder("/bin/sh", "-c", "exec \"$0\"", merged.resolve("program").toString()).start().waitFor());
        Thread.ofPlatform().daemon().start(run);
        return run;
    }
}
