package dev.cupel.inventory.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An order is of use only if it is one: whatever is compared in whatever way, versions stand in one line.
class TotalOrderTest {
    private static final String PIECES = "0123456789.-_+~^:abrcpv";

    @Needs(Provision.SHARED_DATA)
    @ParameterizedTest
    @ValueSource(strings = {
        "Debian", "RedHat", "Alpine", "Maven", "npm", "PyPI", "RubyGems", "Go", "NuGet", "Packagist", "CRAN", "Hackage", "Pub"
    })
    void real_and_spoilt_versions_stand_in_one_line(String ecosystem) throws IOException {
        VersionTable table = new VersionTable(ecosystem);
        Random random = new Random(25);
        List<String> real = table.texts();
        for (int round = 0; round < 20_000; round++) {
            List<Version> three = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String text = real.get(random.nextInt(real.size()));
                table.scheme().parse(i == 0 || random.nextBoolean() ? text : spoilt(text, random)).ifPresent(three::add);
            }
            if (three.size() == 3) {
                assertOneLine(three.get(0), three.get(1), three.get(2));
            }
        }
    }

    @FuzzTest
    void any_three_texts_stand_in_one_line(FuzzedDataProvider bytes) {
        VersionScheme scheme = bytes.pickValue(VersionScheme.values());
        List<Version> three = new ArrayList<>();
        scheme.parse(bytes.consumeString(30)).ifPresent(three::add);
        scheme.parse(bytes.consumeString(30)).ifPresent(three::add);
        scheme.parse(bytes.consumeRemainingAsString()).ifPresent(three::add);
        if (three.size() == 3) {
            assertOneLine(three.get(0), three.get(1), three.get(2));
        }
    }

    /// Pairs on which the ecosystems' own tools are known.
    @ParameterizedTest
    @CsvSource({
        "DEB, 1.0, 1.1", "DEB, 1.9, 1.10", "DEB, 1.0~rc1, 1.0", "DEB, 1.0-1, 1.0-1+deb12u1", "DEB, 2.0, 1:1.0", "DEB, 1.0-1, 1.0a", "DEB, 1.0~~, 1.0~", "DEB, 12.2.0-14, 12.2.0-14+deb12u1",
        "NODE, 1.0.0-rc.1, 1.0.0", "NODE, 1.0.0-rc.1, 1.0.0-rc.10", "NODE, 1.0.0-alpha, 1.0.0-alpha.1", "NODE, 1.0.0-1, 1.0.0-alpha", "NODE, 1.9.0, 1.10.0-rc.1",
        "GO, v0.0.0-20230101000000-abcdef, v0.0.1", "GO, go1.21rc1, go1.21.0", "PYTHON, 2.0rc1, 2.0", "PYTHON, 2.0a1, 2.0b1", "PYTHON, 1.0.dev3, 1.0", "JAVA, 1.0-SNAPSHOT, 1.0",
        "JAVA, 1.0-M2, 1.0-RC1", "JAVA, 31.0-jre, 31.1-jre", "RUBY, 7.1.0.beta1, 7.1.0", "PROGRAM, 1.0.2, 1.0.2u",
        "APK, 1.2.3_rc1, 1.2.3", "APK, 1.2.3-r9, 1.2.3-r10", "RPM, 1.0~rc1-1, 1.0-1", "RPM, 1.0-1, 1.0^git1-1", "DOTNET, 1.0.0-beta, 1.0"
    })
    void the_left_is_older_than_the_right(Ecosystem ecosystem, String older, String newer) {
        assertThat(VersionScheme.of(ecosystem).order().compare(older, newer)).isNegative();
        assertThat(VersionScheme.of(ecosystem).order().compare(newer, older)).isPositive();
        assertThat(VersionScheme.of(ecosystem).order().compare(older, older)).isZero();
    }

    private static void assertOneLine(Version a, Version b, Version c) {
        String told = a.text() + " | " + b.text() + " | " + c.text();
        assertThat(Integer.signum(a.compareTo(b))).as(told).isEqualTo(-Integer.signum(b.compareTo(a)));
        if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).as(told).isNotPositive();
        }
        if (a.compareTo(b) == 0) {
            assertThat(Integer.signum(a.compareTo(c))).as(told).isEqualTo(Integer.signum(b.compareTo(c)));
        }
    }

    private static String spoilt(String text, Random random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(spoilt.length() + 1);
            char c = PIECES.charAt(random.nextInt(PIECES.length()));
            if (at == spoilt.length() || random.nextBoolean()) {
                spoilt.insert(at, c);
            } else {
                spoilt.setCharAt(at, c);
            }
        }
        return spoilt.toString();
    }
}
