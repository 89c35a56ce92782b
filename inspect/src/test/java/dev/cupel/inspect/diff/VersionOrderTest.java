package dev.cupel.inspect.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.inventory.catalog.Ecosystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {
    /// `dpkg --compare-versions` says the same of each pair.
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.1", "1.9, 1.10", "1.0~rc1, 1.0", "1.0-1, 1.0-1+deb12u1", "2.0, 1:1.0", "1.0, 1.0a", "1.0-1, 1.0a", "0.09, 0.10", "1.0~~, 1.0~", "5, 5.0", "12.2.0-14, 12.2.0-14+deb12u1"
    })
    void the_left_is_older_than_the_right(String older, String newer) {
        assertThat(new VersionOrder(Ecosystem.DEB).compare(older, newer)).isNegative();
        assertThat(new VersionOrder(Ecosystem.DEB).compare(newer, older)).isPositive();
        assertThat(new VersionOrder(Ecosystem.DEB).compare(older, older)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "NODE, 1.0.0-rc.1, 1.0.0", "NODE, 1.0.0-rc.1, 1.0.0-rc.10", "NODE, 1.0.0-alpha, 1.0.0-alpha.1", "NODE, 1.0.0-1, 1.0.0-alpha", "NODE, 1.9.0, 1.10.0-rc.1",
        "GO, v0.0.0-20230101000000-abcdef, v0.0.1", "PYTHON, 2.0rc1, 2.0", "PYTHON, 2.0a1, 2.0b1", "PYTHON, 1.0.dev3, 1.0", "JAVA, 1.0-SNAPSHOT, 1.0",
        "JAVA, 1.0-M2, 1.0-RC1", "JAVA, 31.0-jre, 31.1-jre", "RUBY, 7.1.0.beta1, 7.1.0", "PROGRAM, 1.0.2, 1.0.2u"
    })
    void what_comes_before_a_release_is_older_than_it(Ecosystem ecosystem, String older, String newer) {
        assertThat(new VersionOrder(ecosystem).compare(older, newer)).isNegative();
        assertThat(new VersionOrder(ecosystem).compare(newer, older)).isPositive();
    }

    @FuzzTest
    void any_two_texts_have_one_order(FuzzedDataProvider bytes) {
        VersionOrder order = new VersionOrder(bytes.pickValue(Ecosystem.values()));
        String one = bytes.consumeString(40);
        String other = bytes.consumeRemainingAsString();

        assertThat(Integer.signum(order.compare(one, other))).isEqualTo(-Integer.signum(order.compare(other, one)));
        assertThat(order.compare(other, other)).isZero();
    }
}
