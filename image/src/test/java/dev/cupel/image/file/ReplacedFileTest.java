package dev.cupel.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void a_writer_that_fails_leaves_the_old_file_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> new ReplacedFile(file).write(out -> {
                    out.write(NEW);
                    throw new IOException("the source broke");
                }))
                .hasMessage("the source broke");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void what_a_killed_writer_left_goes_with_the_next_write_and_a_living_one_is_left_alone() throws Exception {
        Path file = folder.resolve("file");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterToBeKilled.class.getName(),
                        file.toString())
                .start();
        assertThat(writer.getInputStream().read()).isEqualTo('!');
        new ReplacedFile(file).write(out -> out.write(NEW));
        long whileItLived = names().filter(name -> name.endsWith(".part")).count();

        writer.destroyForcibly().waitFor();
        new ReplacedFile(file).write(out -> out.write(NEW));

        assertThat(whileItLived).isEqualTo(1);
        assertThat(names()).containsExactly("file");
    }

    @Test
    @Timeout(10)
    void what_others_have_under_such_a_name_hinders_no_writer() throws Exception {
        Files.createDirectories(folder.resolve(".cupel-1-directory.part/full"));
        Files.createSymbolicLink(folder.resolve(".cupel-1-link.part"), Path.of("/proc/self/mem"));
        run("mkfifo", folder.resolve(".cupel-1-fifo.part").toString());

        new ReplacedFile(folder.resolve("file")).write(out -> out.write(NEW));

        assertThat(folder.resolve("file")).hasContent("new");
        assertThat(names()).hasSize(4);
    }

    @Test
    void a_link_stays_and_what_it_leads_to_is_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        new ReplacedFile(link).write(out -> out.write(NEW));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    @Needs(Provision.ROOT)
    void a_full_disk_is_told_as_such_and_leaves_nothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
        try {
            assertThatThrownBy(() -> new ReplacedFile(disk.resolve("file")).write(out -> out.write(new byte[1 << 20])))
                    .isInstanceOf(CupelException.class)
                    .hasMessageContaining("the disk is full");

            assertThat(disk).isEmptyDirectory();
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
