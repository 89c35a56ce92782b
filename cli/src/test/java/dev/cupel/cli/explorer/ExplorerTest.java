package dev.cupel.cli.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The explorer on a real terminal of 80×24: tmux is its keyboard and its eyes. The image is one of dive's own, with 14 layers.
@Needs({Provision.SHARED_DATA, Provision.TMUX})
class ExplorerTest {
    private static final Path IMAGE = SharedData.directory().resolve("images/dive-kaniko-image.tar");

    @TempDir
    private Path work;

    private Tmux terminal;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        terminal = Tmux.running(work, 80, 24, "xray", "docker-archive:" + IMAGE);
        terminal.awaits("? keys");
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        terminal.kill();
    }

    @Test
    void it_shows_layers_and_files_side_by_side() throws IOException, InterruptedException {
        String screen = terminal.awaits("bin/");

        assertThat(screen).contains("layer 0  ·  docker-archive:", "▸ 0   1.2 MB ADD file:ab89", "efficiency 97.9 %", "▸ home/");
        assertThat(screen.lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    @Test
    void a_layer_is_chosen_and_its_changes_are_filtered() throws IOException, InterruptedException {
        terminal.press("Down", "4");

        assertThat(terminal.awaits("without unchanged")).contains("layer 1", "somefile.txt").doesNotContain("home/");
    }

    @Test
    void a_search_opens_the_way_to_what_it_finds() throws IOException, InterruptedException {
        terminal.press("Tab", "/", "s", "h", "a", "d", "o", "w", "Enter");

        assertThat(terminal.awaits("[/shadow]")).contains("▾ etc/", "shadow");
    }

    @Test
    void a_file_is_read_and_extracted() throws IOException, InterruptedException {
        terminal.press("Tab", "/", "e", "t", "c", "/", "p", "a", "s", "s", "w", "d", "Enter", "Down", "Enter");
        assertThat(terminal.awaits("root:x:0:0")).contains("/etc/passwd");

        terminal.press("e");
        terminal.awaits("written to");

        assertThat(Files.readString(work.resolve("passwd"))).startsWith("root:x:0:0");
    }

    @Test
    void it_fits_itself_into_a_resized_terminal() throws IOException, InterruptedException {
        terminal.resize(50, 12);

        assertThat(terminal.awaits("? keys").lines()).hasSizeLessThanOrEqualTo(12).allMatch(line -> line.codePointCount(0, line.length()) <= 50);
    }

    @Test
    void help_tells_the_keys_and_q_ends_it_with_0() throws IOException, InterruptedException {
        terminal.press("?");
        terminal.awaits("regular expression");

        terminal.press("q", "q");

        assertThat(terminal.awaits("ended with 0")).doesNotContain("efficiency");
    }
}
