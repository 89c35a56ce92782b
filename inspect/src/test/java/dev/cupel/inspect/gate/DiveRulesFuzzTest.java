package dev.cupel.inspect.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.CupelException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiveRulesFuzzTest {
    @ParameterizedTest
    @ValueSource(strings = {"rules: &a\n  lowestEfficiency: &b [*a, *b]\n", "rules:\n  lowest-efficiency: {a: b}\n"})
    void a_limit_that_is_no_single_value_is_refused_when_it_is_asked_for(String yaml) {
        assertThatThrownBy(() -> DiveRules.parse(yaml, ".dive-ci")).isInstanceOf(CupelException.class).hasMessageContaining(".dive-ci");
    }

    @FuzzTest
    void any_text_is_a_file_of_rules_or_refused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String yaml : new String[] {text, "rules:\n  lowestEfficiency: " + text, "rules:\n  highestWastedBytes: " + text}) {
            try {
                assertThat(DiveRules.parse(yaml, ".dive-ci").lowestEfficiency()).isNotNull();
            } catch (CupelException e) {
                assertThat(e.getMessage()).contains(".dive-ci");
            }
        }
        assertThat(Bytes.parse(text).orElse(0)).isNotNegative();
    }
}
