package dev.cupel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {
    @ParameterizedTest
    @CsvSource({"./a//b/../c,/a/c", "/,/", "'',/", "../../etc,/etc", "a/./b/,/a/b"})
    void any_spelling_becomes_absolute_and_normal(String spelling, String normal) {
        assertThat(ImagePath.of(spelling)).hasToString(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/a/", "//a", "/a/../b", "/./a", "/a\u0000"})
    void the_constructor_refuses_what_is_not_normal(String text) {
        assertThatThrownBy(() -> new ImagePath(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_directory_sorts_right_before_what_is_in_it() {
        List<ImagePath> sorted =
                Stream.of("/a-b", "/a/z", "/a", "/", "/a/b/c").map(ImagePath::of).sorted().toList();

        assertThat(sorted).extracting(ImagePath::text).containsExactly("/", "/a", "/a/b/c", "/a/z", "/a-b");
    }

    @Test
    void a_sibling_whose_name_begins_alike_is_not_within() {
        assertThat(ImagePath.of("/usr/lib64").isWithin(ImagePath.of("/usr/lib"))).isFalse();
        assertThat(ImagePath.of("/usr/lib/x").isWithin(ImagePath.of("/usr/lib"))).isTrue();
    }
}
