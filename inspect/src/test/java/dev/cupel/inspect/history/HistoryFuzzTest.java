package dev.cupel.inspect.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFuzzTest {
    @ParameterizedTest
    @ValueSource(strings = {"RUN", "RUN # buildkit", "|1", "|1 ", "RUN |1 ", "CMD", "/bin/sh -c #(nop) ", "# buildkit", ""})
    void a_step_that_says_next_to_nothing_is_still_a_step(String createdBy) {
        assertThat(read(createdBy).text()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CMD [\"%s\"]", "HEALTHCHECK &{[\"CMD-SHELL\" \"%s\"] \"30s\" \"3s\" \"0s\" '\\x03'}", "ENV A=%s", "SHELL [\"%s\"]", "RUN |1 A=%s /bin/sh -c x"})
    void a_step_may_be_long(String step) {
        String word = "abc \\\\\\\" ".repeat(100_000);

        assertThat(read(step.formatted(word)).text()).isNotEmpty();
    }

    @FuzzTest
    void any_text_is_a_step(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String created : List.of(text, "/bin/sh -c #(nop) " + text, "RUN |2 " + text, "HEALTHCHECK &{[" + text + "] \"1s\" \"\" \"\" ''}", "ENV " + text)) {
            assertThat(read(created).arguments()).hasSizeLessThanOrEqualTo(999);
        }
    }

    private static Instruction read(String createdBy) {
        return new HistoryText(List.of("/bin/sh", "-c")).read(createdBy);
    }
}
