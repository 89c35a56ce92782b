package dev.cupel.observe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_root_is_there_and_a_name_that_is_too_long_is_not(boolean followed) throws IOException {
        try (Presence presence = new Presence(root)) {
            assertThat(presence.has(ImagePath.ROOT, followed)).isTrue();
            assertThat(presence.has(ImagePath.of("/" + "x".repeat(255)), followed)).isFalse();
            assertThat(presence.has(ImagePath.of("/" + "ü".repeat(200) + "/x"), followed)).isFalse();
        }
    }

    @Test
    void a_link_to_nothing_is_there_only_where_it_is_not_followed() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), Path.of("/nowhere"));

        try (Presence presence = new Presence(root)) {
            assertThat(presence.has(ImagePath.of("/link"), false)).isTrue();
            assertThat(presence.has(ImagePath.of("/link"), true)).isFalse();
        }
    }
}
