package dev.cupel.observe.recording;

import static dev.cupel.observe.recording.Recordings.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.observation.Access;
import dev.cupel.observe.recording.Recording.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each tool's documented events, down to what the image's containers did.
class RecordedFormatsTest {
    @Test
    void tetragon_tells_programs_libraries_and_what_a_policy_traces() throws Exception {
        Recording recording = Recordings.ofShop("tetragon.jsonl");

        assertThat(told(recording))
                .containsExactly(
                        "READ /app/main.py",
                        "READ /app/templates/base.html",
                        "READ /etc/missing.conf (missing)",
                        "EXECUTE /usr/bin/python3.11",
                        "READ /usr/lib/x86_64-linux-gnu/libssl.so.3",
                        "WRITE /var/log/shop.log");
        assertThat(recording.counts()).isEqualTo(new Counts(10, 8, 0, 2, 0, 0, 0));
        assertThat(recording.others()).containsExactly("nginx:1.27", "the host");
        assertThat(recording.complete()).isTrue();
    }

    @Test
    void tracee_before_0_24_tells_files_by_their_arguments() throws Exception {
        Recording recording = Recordings.ofShop("tracee-legacy.jsonl");

        assertThat(told(recording))
                .containsExactly(
                        "READ /app/main.py",
                        "LIST /app/static",
                        "READ /etc/localtime",
                        "STAT /etc/missing.conf (missing)",
                        "EXECUTE /usr/bin/python3",
                        "EXECUTE /usr/bin/python3.11",
                        "EXECUTE /usr/lib64/ld-linux-x86-64.so.2",
                        "READ /usr/share/zoneinfo/Etc/UTC");
        assertThat(recording.counts()).isEqualTo(new Counts(9, 6, 0, 3, 5, 0, 1));
        assertThat(recording.remarks()).contains("tracee lost events (5 in all)", "1 file names are relative to a directory that was not recorded");
        assertThat(recording.complete()).isFalse();
    }

    @Test
    void tracee_tells_files_by_its_data_in_either_way_of_writing_them() throws Exception {
        Recording recording = Recordings.ofShop("tracee.jsonl");

        assertThat(told(recording))
                .containsExactly(
                        "READ /app/by-type.py",
                        "READ /app/data.db",
                        "WRITE /app/data.db",
                        "READ /etc/missing.conf (missing)",
                        "EXECUTE /usr/bin/dash",
                        "EXECUTE /usr/bin/python3.11",
                        "EXECUTE /usr/local/bin/start");
        assertThat(recording.counts()).isEqualTo(new Counts(6, 4, 0, 2, 0, 0, 0));
    }

    @Test
    void falco_tells_what_its_rules_print() throws Exception {
        Recording recording = Recordings.ofShop("falco.jsonl");

        assertThat(told(recording))
                .containsExactly(
                        "READ /app/main.py",
                        "READ /app/rule-without-image.py",
                        "LIST /app/static",
                        "READ /app/templates/base.html",
                        "READ /etc/missing.conf (missing)",
                        "EXECUTE /usr/bin/git",
                        "EXECUTE /usr/bin/python3.11");
        assertThat(recording.counts()).isEqualTo(new Counts(10, 8, 1, 2, 0, 0, 0));
    }

    @Test
    void inspektor_gadget_tells_opens_and_programs() throws Exception {
        Recording recording = Recordings.ofShop("inspektor-gadget.jsonl");

        assertThat(told(recording))
                .containsExactly(
                        "LIST /app/static",
                        "READ /app/templates/base.html",
                        "EXECUTE /bin/sleep",
                        "READ /etc/localtime",
                        "READ /etc/missing.conf (missing)",
                        "READ /lib/libc.so.6",
                        "EXECUTE /usr/bin/dash",
                        "EXECUTE /usr/local/bin/start",
                        "READ /usr/share/zoneinfo/Etc/UTC");
        assertThat(recording.counts()).isEqualTo(new Counts(10, 9, 0, 1, 0, 0, 0));
        assertThat(recording.complete()).isTrue();
        assertThat(recording.remarks()).singleElement().asString().contains("standard error only");
    }

    @ParameterizedTest
    @CsvSource({
        "tetragon-incomplete.jsonl, 12, 1, 0, 'rate limit', 'throttled'",
        "falco-incomplete.jsonl, 7, 1, 0, 'dropped system calls', 'metrics'",
        "inspektor-gadget-incomplete.jsonl, 0, 2, 1, 'only a part', 'relative to a directory'"
    })
    void what_the_tool_lost_or_cut_makes_the_recording_incomplete(
            String file, long lost, long cut, long adrift, String one, String other) throws Exception {
        Recording recording = Recordings.ofShop(file);

        assertThat(recording.complete()).isFalse();
        assertThat(recording.counts()).extracting(Counts::lost, Counts::cutNames, Counts::adriftNames).containsExactly(lost, cut, adrift);
        assertThat(recording.remarks()).anyMatch(text -> text.contains(one)).anyMatch(text -> text.contains(other));
    }

    @Test
    void an_access_names_the_tool_the_recording_and_the_program() throws Exception {
        Recording recording = Recordings.ofShop("tetragon.jsonl");

        assertThat(recording.observations().accesses().getFirst())
                .extracting(Access::sensor, Access::phase, Access::program)
                .containsExactly("tetragon", "recording tetragon.jsonl", "/usr/bin/python3.11");
        assertThat(recording.tools()).containsExactly("tetragon");
    }
}
