package dev.cupel.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void what_would_steer_a_terminal_is_replaced_and_keeps_its_column() {
        String text = "a\tb\n\u001b[2J\u202e\u009b\ud800 \udb40\udc41 é 😀";

        assertThat(Printable.of(text)).isEqualTo("a b⏎�[2J��� �� é 😀").hasSameSizeAs(text);
    }
}
