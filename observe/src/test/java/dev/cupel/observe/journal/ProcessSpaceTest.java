package dev.cupel.observe.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProcessSpaceTest {
    /// The shell's child ends and nobody reaps it: what the shell has become does not know of it.
    @Test
    @Timeout(60)
    void one_that_only_waits_to_be_reaped_does_not_run() throws IOException {
        Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 600").start();
        try (BufferedReader said = parent.inputReader()) {
            int ended = Integer.parseInt(said.readLine());
            while (!Files.readString(Path.of("/proc/" + ended + "/stat")).contains(") Z ")) {
                Thread.onSpinWait();
            }

            assertThat(ProcessSpace.of((int) parent.pid()).processes()).contains((int) parent.pid()).doesNotContain(ended);
        } finally {
            parent.destroyForcibly();
        }
    }
}
