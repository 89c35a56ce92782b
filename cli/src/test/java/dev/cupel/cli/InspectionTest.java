package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `xray` and `diff` as a build calls them, on an image of dive's own.
@Needs(Provision.SHARED_DATA)
class InspectionTest {
    private static final String IMAGE = "docker-archive:" + SharedData.directory().resolve("images/dive-kaniko-image.tar");

    /// dive's defaults refuse this image (exit code 1): 48.8 % of what lies above its first layer is wasted.
    @ParameterizedTest
    @CsvSource({
        "--ci, 1", "--ci --highestUserWastedPercent 0.5, 0", "--ci --highest-user-wasted-percent off --lowest-efficiency 0.99, 1", "--fail-on size>1kB, 1",
        "--fail-on size>1GB, 0", "--fail-on package:curl, 0", "--layers-only --fail-on package:curl, 1", "--fail-on nonsense, 2"
    })
    void rules_and_gates_decide_the_exit_code(String options, int code) {
        Invocation looked = Invocation.of(("xray " + IMAGE + " --ci-config /nowhere " + options).split(" "));

        assertThat(looked.exitCode()).as(looked.err()).isEqualTo(code);
    }

    @Test
    void an_image_is_identical_to_itself() {
        Invocation compared = Invocation.of("diff", IMAGE, IMAGE, "--format", "json", "--fail-on", "difference");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(compared.out()).contains("\"verdict\" : \"identical\"");
    }
}
