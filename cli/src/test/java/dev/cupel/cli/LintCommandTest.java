package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'FROM a:1', '', 0",
        "'FROM a', '', 1",
        "'FROM a', '--fail-on error', 0",
        "'FROM a', '--fail-on never', 0",
        "'FROM a:1', '--profile gold --fail-on info', 1",
        "'FROM a:1 AS B', '', 0",
        "'FROM a:1 AS B', '--fail-on info', 1",
        "'FROM a:1 AS B', '--profile bronze --fail-on info', 0",
    })
    void the_answer_follows_the_worst_finding(String text, String options, int code) throws IOException {
        Path file = file(text);

        Invocation lint = Invocation.of(("lint " + file + " " + options).strip().split(" +"));

        assertThat(lint.exitCode()).isEqualTo(code);
        assertThat(lint.err()).isEmpty();
    }

    @Test
    void a_dry_run_shows_what_would_change_and_changes_nothing() throws IOException {
        Path file = file("FROM a:1 as x\nrun y");

        Invocation lint = Invocation.of("lint", "--fix", "--dry-run", file.toString());

        assertThat(lint.out()).contains("-FROM a:1 as x", "+FROM a:1 AS x", "+RUN y");
        assertThat(lint.err()).contains("nothing found");
        assertThat(file).hasContent("FROM a:1 as x\nrun y");
    }

    @Test
    void a_dry_run_tells_what_would_be_left_and_why_it_ends_with_1() throws IOException {
        Invocation lint = Invocation.of("lint", "--fix", "--dry-run", file("FROM a as x\n").toString());

        assertThat(lint.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(lint.err()).contains("DL3006");
        assertThat(lint.out()).doesNotContain("DL3006");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "app:1"})
    void what_is_no_file_is_refused_to_be_mended_before_any_file_is(String subject) throws IOException {
        Path file = file("FROM a as x\n");

        Invocation lint = Invocation.of("lint", "--fix", file.toString(), subject);

        assertThat(lint.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(lint.err()).contains('"' + subject + "\" is none");
        assertThat(file).hasContent("FROM a as x\n");
    }

    @Test
    void a_fix_is_written_and_only_what_is_left_is_told() throws IOException {
        Path file = file("FROM a as x\n");

        Invocation lint = Invocation.of("lint", "--fix", file.toString());

        assertThat(file).hasContent("FROM a AS x\n");
        assertThat(lint.out()).contains("DL3006").doesNotContain("FromAsCasing");
    }

    @Test
    void a_configuration_beside_the_file_counts_and_one_that_ran_out_is_told_of() throws IOException {
        Path file = file("FROM a");
        Files.writeString(folder.resolve(".cupel-lint.yaml"), "ignore:\n- {id: DL3006, reason: for ever}\n- {id: DL3002, reason: old, until: 2020-01-01}\n");

        Invocation lint = Invocation.of("lint", folder.toString());

        assertThat(lint.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(lint.err()).contains("DL3002 ran out on 2020-01-01 (old)");
        assertThat(lint.out()).contains(file + ": nothing found; 1 ignored");
    }

    @ParameterizedTest
    @CsvSource({
        "'fail-on: never', 0, ''",
        "'ignore: DL3006', 2, 'Cannot use .cupel-lint.yaml: ignore is no list.'",
        "'labels: {a: mail}', 2, 'labels of \"a\" is one of'",
        "'severity: {DL3O06: info}', 2, 'no rule is called \"DL3O06\"'",
    })
    void a_configuration_counts_or_stops_the_command_in_one_line(String text, int code, String said) throws IOException {
        Path file = file("FROM a");
        Files.writeString(folder.resolve(".cupel-lint.yaml"), text);

        Invocation lint = Invocation.of("lint", file.toString());

        assertThat(lint.exitCode()).isEqualTo(code);
        assertThat(lint.err()).contains(said).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "'lint', 2, FILE|IMAGE",
        "'lint --dry-run x', 2, --fix",
        "'lint --explain nonsense', 2, nonsense",
        "'lint ./nowhere/Dockerfile', 4, no such file",
        "'lint --format yaml Dockerfile', 2, yaml",
    })
    void a_call_that_cannot_be_answered_says_why(String call, int code, String said) {
        Invocation lint = Invocation.of(call.split(" "));

        assertThat(lint.exitCode()).isEqualTo(code);
        assertThat(lint.err()).contains(said).doesNotContain("\tat ");
    }

    @Test
    void an_archive_taken_for_a_dockerfile_is_told_so() throws IOException {
        Path file = Files.write(folder.resolve("Dockerfile"), new byte[] {'a', 0, 'b'});

        Invocation lint = Invocation.of("lint", file.toString());

        assertThat(lint.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(lint.err()).contains("no text", "docker-archive:");
    }

    @Test
    void a_rule_is_explained_by_any_of_its_names_and_all_are_listed_in_80_columns() {
        Invocation explain = Invocation.of("lint", "--explain", "dl3024");
        Invocation list = Invocation.of("lint", "--list");

        assertThat(explain.out()).contains("DuplicateStageName", "why:", "fix:", "https://docs.docker.com/reference/build-checks/duplicate-stage-name/");
        assertThat(list.out().lines()).hasSizeGreaterThan(100).allMatch(line -> line.length() <= 80);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("Dockerfile"), text);
    }
}
