package dev.cupel.observe.probe.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HostCommandTest {
    @RepeatedTest(20)
    void output_written_at_the_very_end_is_read() throws Exception {
        assertThat(run("echo out; echo err >&2; exit 3", Duration.ofSeconds(20))).isEqualTo(new Answer.Ended(3, "out\n", "err\n"));
    }

    @Test
    void a_child_that_outlives_the_test_and_holds_its_output_keeps_nobody_waiting() throws Exception {
        Answer answer = run("sleep 30 & echo $!", Duration.ofSeconds(20));

        assertThat(answer).isInstanceOfSatisfying(Answer.Ended.class, ended -> {
            assertThat(ended.exitCode()).isZero();
            ProcessHandle.of(Long.parseLong(ended.output().strip())).ifPresent(ProcessHandle::destroyForcibly);
        });
    }

    @Test
    void a_test_that_takes_too_long_is_ended_with_its_children() throws Exception {
        Answer answer = run("sleep 60 & echo $!; wait", Duration.ofSeconds(1));

        assertThat(answer).isInstanceOfSatisfying(Answer.Ended.class, ended -> {
            assertThat(ended.exitCode()).isEqualTo(124);
            ProcessHandle.of(Long.parseLong(ended.output().strip())).ifPresent(child -> child.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        });
    }

    @Test
    void of_an_endless_output_the_first_mebibyte_is_kept() throws Exception {
        Answer answer = run("head -c 3000000 /dev/zero | tr '\\0' x", Duration.ofSeconds(20));

        assertThat(answer).isInstanceOfSatisfying(Answer.Ended.class, ended -> assertThat(ended.output()).hasSize(1 << 20));
    }

    private static Answer run(String script, Duration timeout) throws Exception {
        return HostCommand.run(new Ask.HostTest(List.of("/bin/sh", "-c", script), new TreeSet<>(), timeout));
    }
}
