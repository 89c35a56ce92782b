package dev.cupel.slim.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.ImagePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/app, /app",
        "/app, /app/a/b",
        "/app/, /app/a",
        "/usr/lib/*.so, /usr/lib/a.so",
        "/usr/**/x, /usr/a/b/x",
        "/a?c, /abc",
        "/a[b-d]c, /acc",
        "/a[!b]c, /axc",
        "/a.c, /a.c",
        "/a[&&]c, /a&c"
    })
    void a_pattern_matches_what_it_names_and_what_lies_in_it(String pattern, String path) {
        assertThat(PathPattern.parse(pattern).matches(new ImagePath(path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/app, /apple",
        "/usr/lib/*.so, /usr/lib/a/b.so",
        "/a?c, /a/c",
        "/a[!b]c, /a/c",
        "/a.c, /abc",
        "/a*, /b"
    })
    void a_pattern_matches_nothing_else(String pattern, String path) {
        assertThat(PathPattern.parse(pattern).matches(new ImagePath(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app", "*.so", "/a[b"})
    void what_is_no_pattern_is_refused(String text) {
        assertThatThrownBy(() -> PathPattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @FuzzTest
    void any_text_is_a_pattern_or_refused(FuzzedDataProvider data) {
        String text = "/" + data.consumeRemainingAsString();
        try {
            PathPattern.parse(text).matches(ImagePath.of(text));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("\"");
        }
    }
}
