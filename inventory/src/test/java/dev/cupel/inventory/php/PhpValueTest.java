package dev.cupel.inventory.php;

import static org.assertj.core.api.Assertions.assertThat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhpValueTest {
    @Test
    void values_of_every_kind_are_read() throws Exception {
        PhpValue value = read("a:5:{i:0;s:2:\"é\";s:1:\"b\";b:1;s:1:\"d\";d:1.5;s:1:\"n\";N;s:1:\"a\";a:1:{s:1:\"x\";i:-7;}}");

        assertThat(value.at("0").text()).isEqualTo("é");
        assertThat(value.at("b").text()).isEqualTo("1");
        assertThat(value.at("d").text()).isEqualTo("1.5");
        assertThat(value.at("n").text()).isEmpty();
        assertThat(value.at("a").at("x").text()).isEqualTo("-7");
        assertThat(value.at("a").text()).isEmpty();
        assertThat(value.at("gone").at("gone").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a:1:{", "a:999999999:{i:0;", "s:5:\"abc\";", "s:99999999999:\"\";", "O:1:\"C\":0:{}", "i:1"})
    void what_is_no_value_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedPhp.class);
    }

    @Test
    void nesting_has_an_end() {
        assertThatThrownBy(() -> read("a:1:{i:0;".repeat(100_000))).isInstanceOf(MalformedPhp.class).hasMessageContaining("deeper");
    }

    @FuzzTest
    void any_bytes_are_a_value_or_refused(byte[] bytes) {
        try {
            assertThat(PhpValue.read(bytes).at("name").text()).hasSizeLessThanOrEqualTo(bytes.length);
        } catch (MalformedPhp e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static PhpValue read(String text) throws MalformedPhp {
        return PhpValue.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
