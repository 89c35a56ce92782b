package dev.cupel.observe.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.engine.EngineAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {
    private static final String ANOTHER_BOOT = "00000000-1-1-1.abcdefgh";

    @TempDir
    private Path folder;

    private Path beside;
    private Leftover besideNoted;
    private Leftover inEngine;
    private Workshop workshop;

    @BeforeEach
    void make_a_thing_beside_the_workshop() throws IOException {
        beside = Files.createDirectory(folder.resolve("beside"));
        besideNoted = new Leftover.Folder(beside);
        inEngine = new Leftover.InEngine(EngineThing.CONTAINER, EngineAddress.unix(folder.resolve("no.sock")), "gone");
        workshop = new Workshop(folder.resolve("runs"));
    }

    @Test
    void a_killed_run_whose_engine_cannot_be_reached_is_left_for_later_and_hinders_no_other() throws Exception {
        Path place = Files.createDirectories(folder.resolve("runs").resolve(ANOTHER_BOOT));
        Files.write(place.resolve(Workplace.JOURNAL), List.of(besideNoted.line(), inEngine.line()));

        workshop.open().close();

        assertThat(beside).doesNotExist();
        assertThat(place.resolve(Workplace.JOURNAL)).content().contains(inEngine.line());
        assertThat(workshop.sweep()).isZero();
    }

    @Test
    void what_only_an_engine_could_take_away_does_not_keep_the_rest() throws Exception {
        Workplace workplace = workshop.open();
        workplace.note(besideNoted);
        workplace.note(inEngine);

        assertThatThrownBy(workplace::close).isInstanceOf(IOException.class).hasMessageContaining("no.sock");

        assertThat(beside).doesNotExist();
        assertThat(workplace.directory().resolve(Workplace.JOURNAL)).content().contains(inEngine.line());
    }
}
