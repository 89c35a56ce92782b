package dev.cupel.inspect.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `dpkg --compare-versions` says the same of each pair.
class VersionOrderTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.1", "1.9, 1.10", "1.0~rc1, 1.0", "1.0-1, 1.0-1+deb12u1", "2.0, 1:1.0", "1.0, 1.0a", "1.0-1, 1.0a", "0.09, 0.10", "1.0~~, 1.0~", "5, 5.0", "12.2.0-14, 12.2.0-14+deb12u1"
    })
    void the_left_is_older_than_the_right(String older, String newer) {
        assertThat(new VersionOrder().compare(older, newer)).isNegative();
        assertThat(new VersionOrder().compare(newer, older)).isPositive();
        assertThat(new VersionOrder().compare(older, older)).isZero();
    }

    @FuzzTest
    void any_two_texts_have_one_order(FuzzedDataProvider bytes) {
        String one = bytes.consumeString(40);
        String other = bytes.consumeRemainingAsString();

        assertThat(Integer.signum(new VersionOrder().compare(one, other))).isEqualTo(-Integer.signum(new VersionOrder().compare(other, one)));
        assertThat(new VersionOrder().compare(other, other)).isZero();
    }
}
