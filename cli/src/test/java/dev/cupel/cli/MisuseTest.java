package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisuseTest {
    @ParameterizedTest
    @CsvSource({
        "'slim --nonsense app', --nonsense",
        "'slim', IMAGE",
        "'slim app --mode fat', --mode",
        "'slim app --keep bin/sh', '\"bin/sh\" cannot be kept'",
        "'slim app --drop *.so', '\"*.so\" is not a pattern'",
        "'slim dir:/tmp --platform linux', '\"linux\" is not a platform'",
        "'explain app', PATH",
        "'nonsense', nonsense"
    })
    void a_call_that_is_written_wrongly_says_what_is_wrong_in_one_line_and_ends_with_2(String call, String said) {
        Invocation misused = Invocation.of(call.split(" "));

        assertThat(misused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(misused.err()).contains(said).doesNotContain("\tat ");
        assertThat(misused.out()).isEmpty();
    }

    @Test
    void an_archive_that_is_none_ends_with_4_and_leaves_no_report(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(folder.resolve("image.tar"), "this is no archive");

        Invocation refused = Invocation.of("slim", "docker-archive:" + archive, "--no-run", "--report", folder.resolve("report").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("image.tar").doesNotContain("\tat ");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void an_archive_that_is_not_there_ends_with_4(@TempDir Path folder) {
        Invocation refused = Invocation.of("slim", "oci-archive:" + folder.resolve("nowhere.tar"), "--no-run");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("nowhere.tar");
    }

    @Test
    void help_goes_to_standard_output_and_ends_with_0() {
        Invocation help = Invocation.of("slim", "--help");

        assertThat(help.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).contains("--keep", "--to", "--no-run");
        assertThat(help.err()).isEmpty();
    }
}
