package dev.cupel.image.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class ChallengeFuzzTest {
    @FuzzTest
    void any_text_is_a_row_of_challenges_or_malformed(FuzzedDataProvider data) {
        try {
            List<Challenge> challenges = Challenge.parse(data.consumeRemainingAsString());

            assertThat(challenges).allSatisfy(one -> assertThat(one.parameter("realm")).isNotNull());
        } catch (MalformedAnswer expected) {
            assertThat(expected).hasMessageContaining("challenge");
        }
    }
}
