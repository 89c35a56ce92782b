package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "slim", "verify", "explain", "copy", "xray", "diff", "sbom", "base", "lint", "scan", "db", "db update", "db import", "db status", "db export", "db compare", "watch", "watch add", "watch ls", "watch rm", "watch metrics", "vex", "vex add", "vex ls", "vex attach", "vex import", "store", "store ls", "store gc", "demo", "completion", "man", "help"})
    void every_help_screen_fits_80_columns_and_is_as_agreed(String command) throws IOException {
        Invocation help = Invocation.of((command + " --help").strip().split(" "));

        assertThat(help.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        new Golden("help/" + (command.isEmpty() ? "cupel" : command.replace(' ', '-')) + ".txt").assertIs(help.out());
    }

    @Test
    void the_first_screen_fits_a_small_terminal() {
        assertThat(Invocation.of("--help").out().lines()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void help_before_the_command_is_the_same_as_behind_it() {
        assertThat(Invocation.of("help", "store", "gc")).isEqualTo(Invocation.of("store", "gc", "--help"));
        assertThat(Invocation.of("help")).isEqualTo(Invocation.of("--help"));
    }
}
