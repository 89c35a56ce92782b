package dev.cupel.linux.fanotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// More opens than a queue holds, with nobody reading it meanwhile.
@Needs(Provision.ROOT)
class OpenWatchTest {
    private static final Path QUEUE = Path.of("/proc/sys/fs/fanotify/max_queued_events");

    @TempDir
    private Path folder;

    private int files;

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "tmpfs", folder.toString());
        // By lines: a number of /proc/sys is told to the first read only, and Files.readString asks for one byte first.
        files = Integer.parseInt(Files.readAllLines(QUEUE).getFirst()) + 10;
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", folder.toString());
    }

    @Test
    void a_queue_that_was_full_says_so() throws IOException {
        try (OpenWatch watch = OpenWatch.limited()) {
            assertThat(openAll(watch)).hasAtLeastOneElementOfType(FileEvent.Lost.class);
        }
    }

    @Test
    void an_unlimited_queue_is_never_full() throws IOException {
        try (OpenWatch watch = OpenWatch.unlimited()) {
            List<FileEvent> events = openAll(watch);

            assertThat(events).doesNotHaveAnyElementsOfTypes(FileEvent.Lost.class).hasSizeGreaterThanOrEqualTo(files);
        }
    }

    private List<FileEvent> openAll(OpenWatch watch) throws IOException {
        watch.watchFileSystem(folder);
        for (int i = 0; i < files; i++) {
            Files.newOutputStream(folder.resolve("f" + i)).close();
        }
        List<FileEvent> events = new ArrayList<>();
        watch.drain(events::add);
        return events;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " was refused");
        }
    }
}
