package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program with standard streams as scripts and odd machines give them.
class StandardStreamsTest {
    @TempDir
    private Path folder;

    @Test
    void a_reader_that_has_seen_enough_is_no_trouble() throws Exception {
        Ended ended = shell(Map.of(), "\"$@\" man slim | head -n 1; exit ${PIPESTATUS[0]}");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).startsWith(".TH").hasLineCount(1);
    }

    @Test
    void an_answer_that_is_lost_is_told() throws Exception {
        for (String nowhere : List.of(">/dev/full", ">&-")) {
            Ended ended = shell(Map.of(), "\"$@\" store ls " + nowhere);

            assertThat(ended.code()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(ended.said()).startsWith("cupel: Cannot write to standard output: ").hasLineCount(1);
        }
    }

    @Test
    void where_the_locale_has_no_utf_8_people_read_plain_signs() throws Exception {
        Ended ended = shell(Map.of("LC_ALL", "C", "NO_COLOR", "1"), "\"$@\" slim oci:nowhere --no-run");

        assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
        assertThat(ended.said()).contains("-- reading oci:nowhere").matches("\\p{ASCII}*").doesNotContain("\u001b");
    }

    /// @param said on both streams
    private record Ended(int code, String said) {}

    private Ended shell(Map<String, String> environment, String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                line,
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
