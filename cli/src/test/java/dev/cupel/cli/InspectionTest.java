package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `xray` and `diff` as a build calls them, on an image of dive's own.
@Needs(Provision.SHARED_DATA)
class InspectionTest {
    private static final String IMAGE = "docker-archive:" + SharedData.directory().resolve("images/dive-kaniko-image.tar");

    /// dive's defaults refuse this image (exit code 1): 48.8 % of what lies above its first layer is wasted.
    @ParameterizedTest
    @CsvSource({
        "--ci, 1", "--ci --highestUserWastedPercent 0.5, 0", "--ci --highest-user-wasted-percent off --lowest-efficiency 0.99, 1", "--fail-on size>1kB, 1",
        "--fail-on size>1GB, 0", "--fail-on package:curl, 0", "--layers-only --fail-on package:curl, 1", "--dockerfile --fail-on package:curl, 0", "--dockerfile, 0", "--fail-on nonsense, 2"
    })
    void rules_and_gates_decide_the_exit_code(String options, int code) {
        Invocation looked = Invocation.of(("xray " + IMAGE + " --ci-config /nowhere " + options).split(" "));

        assertThat(looked.exitCode()).as(looked.err()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xray IMAGE --html /nowhere/page.html", "sbom IMAGE -o /nowhere/bill.json"})
    void what_cannot_be_written_is_told_before_the_image_is_read(String call) {
        Invocation refused = Invocation.of(call.replace("IMAGE", "docker-archive:/nowhere/image.tar").split(" "));

        assertThat(refused.err()).contains("Cannot write to /nowhere");
    }

    @Test
    void nothing_that_an_image_says_becomes_markup_of_a_merge_request(@TempDir Path folder) throws IOException {
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("a")).resolve("link"), Path.of("before"));
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("b")).resolve("link"), Path.of("<img|src=x>"));

        String told = Invocation.of("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b"), "--format", "markdown").out();

        assertThat(told).contains("<img¦src=x>");
        assertThat(told.replaceAll("`[^`\n]*`", "")).doesNotContain("<img");
    }

    @Test
    void an_image_is_identical_to_itself() {
        Invocation compared = Invocation.of("diff", IMAGE, IMAGE, "--format", "json", "--fail-on", "difference");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(compared.out()).contains("\"verdict\" : \"identical\"");
    }
}
