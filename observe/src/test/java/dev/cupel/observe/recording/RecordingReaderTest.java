package dev.cupel.observe.recording;

import static dev.cupel.observe.recording.Recordings.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.observe.observation.Elsewhere;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {
    private static final String OPEN = "{\"fname\":\"%s\",\"comm\":\"a\",\"runtime\":{\"containerName\":\"c\",\"containerImageName\":\"%s\"}}\n";

    @Test
    void events_of_several_tools_may_stand_in_one_recording() throws Exception {
        Recording recording = Recordings.read(OPEN.formatted("/a", "shop:2")
                + "\n{\"eventName\":\"security_file_open\",\"containerId\":\"c\",\"args\":[{\"name\":\"pathname\",\"value\":\"/b\"}]}\r\n");

        assertThat(told(recording)).containsExactly("READ /a", "READ /b");
        assertThat(recording.tools()).containsExactly("tracee", "inspektor-gadget");
        assertThat(recording.counts().unidentified()).isEqualTo(1);
    }

    @Test
    void volumes_and_the_kernels_file_systems_are_no_content_of_the_image() throws Exception {
        Recording recording = Recordings.read(OPEN.formatted("/data/table", "shop:2") + OPEN.formatted("/sys/class/../../proc/1/maps", "shop:2"));

        assertThat(recording.observations().accesses()).isEmpty();
        assertThat(recording.counts().used()).isEqualTo(2);
    }

    @Test
    void a_name_with_bytes_that_json_could_not_carry_is_a_cut_one() throws Exception {
        Recording recording = Recordings.read(OPEN.formatted("/a\\ufffdb", "shop:2") + OPEN.formatted("/a\\u0000b", "shop:2"));

        assertThat(recording.counts().cutNames()).isEqualTo(2);
        assertThat(recording.complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "shop:2                                | true",
        "docker.io/library/shop:2              | true",
        "shop:3                                | false",
        "registry.example/shop:2               | false",
        "other:1                               | true",
        "shop@sha256:%a                        | true",
        "registry.example/renamed:9@sha256:%a  | true",
        "shop:2@sha256:%b                      | false",
        "other:1@sha256:%b                     | true"
    })
    void a_digest_decides_else_the_name_unless_a_person_says_so(String recorded, boolean used) throws Exception {
        String name = recorded.replace("%a", "a".repeat(64)).replace("%b", "b".repeat(64));
        RecordedImage image = new RecordedImage(
                new TreeSet<>(List.of(Recordings.SHOP)), names("shop:2"), names("other:1"));

        Recording recording = new RecordingReader(RecordingLimits.USUAL)
                .read("test", new ByteArrayInputStream(OPEN.formatted("/a", name).getBytes(StandardCharsets.UTF_8)), image, Elsewhere.of(List.of()));

        assertThat(recording.counts().used()).isEqualTo(used ? 1 : 0);
        assertThat(recording.others()).hasSize(used ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"sha256:%b, true", "anything@sha256:%b, true", "nginx:1, true", "nginx:2, false", "sha256:%c, false"})
    void what_a_person_says_it_was_recorded_as_counts(String said, boolean used) throws Exception {
        String event = OPEN.formatted("/a", "nginx:1@sha256:" + "b".repeat(64));
        RecordedImage image = Recordings.shop().recordedAs(said.replace("%b", "b".repeat(64)).replace("%c", "c".repeat(64)));

        Recording recording = new RecordingReader(RecordingLimits.USUAL)
                .read("test", new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), image, Elsewhere.of(List.of()));

        assertThat(recording.counts().used()).isEqualTo(used ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"a\"                  | line 2: it is not JSON",
        "[1]                     | line 2: it is no JSON object",
        "{\"a\":1}               | line 2: it is no event of",
        "{\"fname\":\"/a\"} {}   | line 2: it is not JSON",
        "WARN[0000] no socket    | line 2: it is not JSON"
    })
    void a_line_that_is_no_event_is_named_by_its_number(String line, String message) {
        assertThatThrownBy(() -> Recordings.read(OPEN.formatted("/a", "shop:2") + line + "\n"))
                .isInstanceOf(MalformedRecording.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void limits_hold() {
        RecordingLimits few = new RecordingLimits(100, 3, 1, 5);

        assertThatThrownBy(() -> read("{\"fname\":\"" + "x".repeat(100) + "\"}", few)).hasMessageContaining("longer than 100 bytes");
        assertThatThrownBy(() -> read("{\"fname\":\"/a\"}\n".repeat(4), few)).hasMessageContaining("line 4: a recording is read up to 3 lines");
        assertThatThrownBy(() -> read("{\"fname\":\"/a\"}\n{\"fname\":\"/b\"}", few)).hasMessageContaining("more than 1 different files");
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(9), few)).isInstanceOf(MalformedRecording.class);
    }

    @Test
    void a_recording_of_other_images_alone_is_refused_and_told_what_it_tells_of(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("r.jsonl"), OPEN.formatted("/a", "nginx:1") + OPEN.formatted("/a", "redis:7"));

        assertThatThrownBy(() -> new RecordingFile(file).read(Recordings.shop(), Elsewhere.of(List.of())))
                .isInstanceOfSatisfying(CupelException.class, refused -> {
                    assertThat(refused).hasMessageContaining("none of its 2 events is of this image; it tells of nginx:1, redis:7");
                    assertThat(refused.next()).contains("--recorded-as");
                });
    }

    @Test
    void a_recording_without_events_is_refused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("r.jsonl"), "\n\n");

        assertThatThrownBy(() -> new RecordingFile(file).read(Recordings.shop(), Elsewhere.of(List.of()))).hasMessageContaining("no events");
    }

    private static void read(String text, RecordingLimits limits) throws Exception {
        new RecordingReader(limits)
                .read("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Recordings.shop(), Elsewhere.of(List.of()));
    }

    private static SequencedSet<ImageName> names(String name) throws Exception {
        return new LinkedHashSet<>(List.of(ImageReference.parseName(name)));
    }
}
