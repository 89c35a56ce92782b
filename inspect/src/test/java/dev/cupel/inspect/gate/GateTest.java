package dev.cupel.inspect.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inspect.xray.XraySample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    @TempDir
    private Path work;

    /// The image has 2,000 bytes in two layers, 1,000 of them hidden, a setuid file, no user and no packages.
    @ParameterizedTest
    @CsvSource({
        "size>2000, PASS", "size>1.9kB, FAIL", "hidden>0, FAIL", "hidden>1KiB, PASS", "efficiency<0.5, PASS", "efficiency<0.51, FAIL",
        "layers>2, PASS", "layers>1, FAIL", "packages>0, PASS", "package:curl, PASS", "root, FAIL", "setuid, FAIL", "secrets, PASS"
    })
    void each_gate_passes_on_its_limit_and_fails_beyond_it(String gate, Ruling.Outcome outcome) throws IOException, InterruptedException, MalformedManifest {
        assertThat(Gate.parse(gate).judge(report(true)).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"packages>5", "package:curl", "setuid", "findings>9"})
    void what_nobody_looked_for_is_not_passed(String gate) throws IOException, InterruptedException, MalformedManifest {
        assertThat(Gate.parse(gate).judge(report(false)).failed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "size", "size>many", "efficiency<90", "package:", "nonsense"})
    void what_is_no_gate_is_refused_with_those_there_are(String text) {
        assertThatThrownBy(() -> Gate.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("setuid");
    }

    @Test
    void a_dive_ci_file_is_read_in_both_spellings() {
        DiveRules camel = DiveRules.parse("rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n", ".dive-ci");
        DiveRules kebab = DiveRules.parse("rules:\n  lowest-efficiency: 0.95\n  highest-wasted-bytes: 20MB\n", ".dive-ci");

        assertThat(camel).isEqualTo(kebab).isEqualTo(new DiveRules("0.95", "20MB", "0.1"));
    }

    /// Beyond the limit fails, on it passes; an image of one layer passes what divides by its user bytes.
    @ParameterizedTest
    @CsvSource({
        "0.5, disabled, off, 'SKIP SKIP PASS'", "0.51, 2000, 1, 'FAIL PASS FAIL'", "'', 1999, 1, 'FAIL FAIL SKIP'", "0, 2KB, 1, 'FAIL PASS PASS'"
    })
    void dives_rules_judge_as_dive_does(String efficiency, String wasted, String user, String outcomes) throws IOException, InterruptedException, MalformedManifest {
        List<Ruling> rulings = new DiveRules(efficiency, wasted, user).judge(report(false).dive());

        assertThat(String.join(" ", rulings.stream().map(one -> one.outcome().name()).toList())).isEqualTo(outcomes);
    }

    private XrayReport report(boolean withContents) throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work)
                .layer("one", "head -c 1000 /dev/zero > a; chmod 4755 a")
                .layer("two", "head -c 1000 /dev/zero > a; chmod 4755 a");
        return XraySample.report(made, withContents);
    }
}
