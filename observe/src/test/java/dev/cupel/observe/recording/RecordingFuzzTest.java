package dev.cupel.observe.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.reference.MalformedReference;
import dev.cupel.observe.observation.Elsewhere;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class RecordingFuzzTest {
    private static final RecordingLimits LIMITS = new RecordingLimits(1 << 14, 1000, 1000, 20);

    @FuzzTest
    void any_bytes_are_a_recording_or_malformed(byte[] data) throws MalformedReference {
        read(data);
    }

    @FuzzTest
    void any_value_in_a_known_events_place_is_read_or_malformed(byte[] data) throws MalformedReference {
        String value = new String(data, StandardCharsets.UTF_8);
        for (String event : List.of(
                "{\"process_kprobe\":{\"process\":%s,\"function_name\":\"__x64_sys_openat\",\"args\":[{\"file_arg\":%<s},%<s]}}",
                "{\"process_exec\":{\"process\":{\"binary\":%s,\"cwd\":%<s,\"pod\":{\"container\":{\"image\":{\"id\":%<s}}}}}}",
                "{\"eventName\":\"security_file_open\",\"containerId\":\"c\",\"args\":[{\"name\":\"pathname\",\"value\":%s},%<s]}",
                "{\"name\":\"openat\",\"workload\":%s,\"data\":[{\"name\":\"pathname\",\"value\":%<s},{\"name\":\"flags\",\"value\":%<s}]}",
                "{\"rule\":\"r\",\"output_fields\":{\"fd.name\":%s,\"evt.arg.flags\":%<s,\"container.image.digest\":%<s}}",
                "{\"fname\":%s,\"flags\":%<s,\"error\":%<s,\"runtime\":{\"containerImageName\":%<s}}",
                "{\"proc\":%s,\"args\":%<s,\"exepath\":%<s,\"cwd\":%<s}")) {
            read(event.formatted(value).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void read(byte[] data) throws MalformedReference {
        try {
            Recording recording = new RecordingReader(LIMITS)
                    .read("fuzz", new ByteArrayInputStream(data), Recordings.shop(), Elsewhere.of(List.of()));
            assertThat(recording.counts().used()).isLessThanOrEqualTo(recording.counts().events());
            assertThat(recording.observations().accesses()).noneMatch(one -> one.path().text().startsWith("/proc"));
        } catch (MalformedRecording e) {
            assertThat(e).hasMessageMatching("(?s)line \\d+: .{5,1000}");
        } catch (IOException e) {
            throw new AssertionError("reading from memory cannot break", e);
        }
    }
}
