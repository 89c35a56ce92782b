package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The main job on images as people build them, from recipe to verdict: each is slimmed with no option at all, and the result must
/// pass a functional test that asks what no probe asks. `bench/slim` does the same with all images of the corpus.
@Needs({Provision.ROOT, Provision.ENGINE, Provision.RUNC, Provision.DEBOOTSTRAP})
class CorpusTest {
    private static final Path CORPUS = Path.of("..", "corpus").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "redis", "perl-cgi", "django", "express"})
    void an_image_that_people_build_becomes_small_and_passes_a_test_that_no_probe_knows(String name) throws Exception {
        run(CORPUS.resolve("build").toString(), name);

        Invocation slimmed = Invocation.of("slim", "cupel-corpus/" + name, "--report", folder.resolve("report").toString());

        assertThat(slimmed.exitCode()).as(slimmed.err()).isEqualTo(ExitCode.DONE);
        assertThat(slimmed.out().strip()).startsWith("docker-daemon:cupel-corpus/" + name + ":latest-cupel sha256:");
        assertThat(folder.resolve("report")).isDirectoryContaining("glob:**report.html");
        run(CORPUS.resolve(name).resolve("test").toString(), "cupel-corpus/" + name + ":latest-cupel");
    }

    /// Runs a script of the corpus; where it says no, its output is the reason.
    private void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "corpus", ".log");
        List<String> words = new ArrayList<>(List.of("bash"));
        words.addAll(List.of(command));
        int code = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        assertThat(code).as(Files.readString(output)).isZero();
    }
}
