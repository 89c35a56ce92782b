package dev.cupel.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTest {
    @ParameterizedTest
    @CsvSource({
        "SIGQUIT,SIGQUIT,3", "term,SIGTERM,15", "9,SIGKILL,9", "SIGRTMIN+3,SIGRTMIN+3,37", "RTMIN+3,SIGRTMIN+3,37",
        "37,SIGRTMIN+3,37", "SIGRTMAX-1,SIGRTMAX-1,63", "winch,SIGWINCH,28"
    })
    void a_signal_is_read_however_an_image_spells_it(String text, String name, int number) {
        assertThat(Signal.parse(text)).contains(new Signal(name, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SIG", "0", "65", "33", "-1", "SIGNOTHING", "RTMIN+99", "9; rm", "RTMIN+31"})
    void what_is_no_signal_is_not_read_as_one(String text) {
        assertThat(Signal.parse(text)).isEmpty();
    }

    @Test
    void a_process_is_told_from_a_later_one_with_its_number() throws IOException {
        ProcessIdentity own = ProcessIdentity.own();

        assertThat(own.alive()).isTrue();
        assertThat(new ProcessIdentity(own.pid(), own.startTicks() + 1).alive()).isFalse();
    }

    @Test
    void a_name_with_brackets_and_blanks_does_not_shift_the_fields() throws IOException {
        String fields = " S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20";

        assertThat(ProcessIdentity.parse(7, "7 (a) b (c))" + fields)).contains(new ProcessIdentity(7, 4711));
        assertThat(ProcessIdentity.parse(7, "7 (a)" + fields.replace(" S ", " Z "))).isEmpty();
    }

    @Test
    void an_orphan_becomes_our_child_and_tells_how_it_ended() throws IOException {
        Subreaper.become();
        // The shell gives a background command no standard input: it would end before its parent does, and be reaped by it.
        Process parent = new ProcessBuilder("sh", "-c", "exec 3<&0; (read _ <&3; exit 42) >/dev/null & echo $!").start();

        try (BufferedReader out = parent.inputReader()) {
            int orphan = Integer.parseInt(out.readLine());
            assertThat(ended(parent)).isZero();
            parent.outputWriter().close();

            assertThat(Subreaper.await(orphan)).hasValue(42);
            assertThat(Subreaper.await(orphan)).isEmpty();
        }
    }

    @Test
    void the_end_of_a_process_is_seen_and_signals_sent_later_reach_nobody() throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "1000").start();

        try (PidDescriptor hold = PidDescriptor.open((int) sleeper.pid())) {
            assertThat(hold.awaitEnd(Duration.ZERO)).isFalse();
            assertThat(hold.send(Signal.KILL)).isTrue();
            assertThat(hold.awaitEnd(Duration.ofSeconds(60))).isTrue();
            assertThat(ended(sleeper)).isEqualTo(137);
            assertThat(hold.send(Signal.TERM)).isFalse();
        }
    }

    @Test
    void what_an_action_throws_comes_out_of_its_thread_as_it_is() {
        assertThatThrownBy(() -> OwnThread.call("test", () -> {
                    throw new IOException("from inside");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("from inside");
    }

    private static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException("interrupted while a child ended", e);
        }
    }
}
