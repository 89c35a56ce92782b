package dev.cupel.observe.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordedNameTest {
    @Test
    void a_name_longer_than_a_call_can_be_given_was_not_told_whole() {
        String name = "/n".repeat(2048);

        assertThat(RecordedName.of(name, "")).isInstanceOf(RecordedName.Cut.class);
        assertThat(RecordedName.of(name.substring(3), "/d/d")).isInstanceOf(RecordedName.Cut.class);
        assertThat(RecordedName.of(name.substring(2), "")).isInstanceOf(RecordedName.Known.class);
    }
}
