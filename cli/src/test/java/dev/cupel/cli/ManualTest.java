package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Manual pages and completions, judged by the programs that read them.
class ManualTest {
    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Stream.of("", "slim", "verify", "explain", "copy", "vex", "vex add", "vex ls", "store", "store ls", "store gc", "demo", "completion", "man", "help");
    }

    @Test
    void a_manual_page_is_as_agreed() throws IOException {
        new Golden("man/slim.1").assertIs(Invocation.of("man", "slim").out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    @Needs(Provision.MANDOC)
    void every_manual_page_passes_the_checker(String command) throws Exception {
        Path page = page(command);

        String complaints = run("mandoc", "-T", "lint", "-W", "warning", page.toString());

        // A date would make the page differ from build to build.
        assertThat(complaints.lines().filter(line -> !line.contains("missing date"))).isEmpty();
    }

    @Test
    @Needs(Provision.MANDOC)
    void a_manual_page_shows_every_option_and_its_text() throws Exception {
        String shown = run("mandoc", "-T", "ascii", page("slim").toString()).replaceAll(".\b", "");

        assertThat(shown).contains("--keep WHAT", "Keep a path, glob, pkg:NAME", "-v, --volume HOST:PATH[:ro]", "SEE ALSO", "cupel(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void bash_completes_commands_options_and_their_words(String shell) throws Exception {
        Path script = Files.writeString(folder.resolve("cupel.bash"), Invocation.of("completion", shell).out());

        String completed = run(
                "bash",
                "-c",
                """
                . "$1"
                compopt() { :; } # it works only while bash itself completes
                complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_cupel "$1"; echo "${COMPREPLY[*]}"; }
                complete_words cupel exp
                complete_words cupel slim --kee
                complete_words cupel slim --mode pack
                complete_words cupel store g
                """,
                "bash",
                script.toString());

        assertThat(completed.lines().map(String::strip)).containsExactly("explain", "--keep", "packages", "gc");
    }

    @Test
    @Needs(Provision.FISH)
    void fish_completes_commands_options_and_their_words() throws Exception {
        Path script = Files.writeString(folder.resolve("cupel.fish"), Invocation.of("completion", "fish").out());

        String completed = run(
                "fish",
                "--no-config",
                "-c",
                "source " + script + "; for line in 'cupel exp' 'cupel slim --kee' 'cupel slim --mode pack' 'cupel store g'"
                        + " 'cupel store gc --older'; complete -C $line | cut -f1; end");

        assertThat(completed.lines()).containsExactly("explain", "--keep", "packages", "gc", "--older-than");
    }

    private Path page(String command) throws IOException {
        return Files.writeString(folder.resolve("page.1"), Invocation.of(("man " + command).strip().split(" ")).out());
    }

    private String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
