package dev.cupel.inventory.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Needs(Provision.SHARED_DATA)
class VersionTablesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "Debian", "RedHat", "Alpine", "Maven", "npm", "PyPI", "RubyGems", "Go", "NuGet", "Packagist", "CRAN", "Hackage", "Pub"
    })
    void two_versions_stand_as_the_tools_of_the_ecosystem_order_them(String ecosystem) throws IOException {
        VersionTable table = new VersionTable(ecosystem);

        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> {
            Version one = table.scheme().parse(row.one()).orElseThrow();
            Version other = table.scheme().parse(row.other()).orElseThrow();

            assertThat(sign(one.compareTo(other))).as("%s", row).isEqualTo(row.sign());
            assertThat(Integer.signum(other.compareTo(one))).isEqualTo(-Integer.signum(one.compareTo(other)));
        });
    }

    private static char sign(int order) {
        return "<=>".charAt(Integer.signum(order) + 1);
    }
}
