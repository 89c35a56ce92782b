package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cupel store`, on a store that a real slimming filled.
@Needs(Provision.SHARED_DATA)
class StoreTest {
    private static final Path ALPINE = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");

    @TempDir
    private Path folder;

    @Test
    void an_empty_store_is_no_trouble() {
        assertThat(call("store", "ls").out()).isEqualTo("0 B in " + folder.resolve("cache/cupel") + "\n");
        assertThat(call("store", "gc").out()).startsWith("freed 0 B");
    }

    @Test
    void it_lists_images_by_the_names_under_which_they_came_and_went() throws Exception {
        slim();

        String listed = call("store", "ls").out();

        assertThat(listed).contains("dir:" + ALPINE, "oci:" + folder.resolve("out"), "× blob", "× index");
    }

    @Test
    void a_dry_run_frees_nothing_and_tells_what_would_go() throws Exception {
        slim();

        Invocation dry = call("store", "gc", "--older-than", "0", "--dry-run");
        Invocation wet = call("store", "gc", "--older-than", "0");

        assertThat(wet.out()).startsWith("freed ").contains("; 0 B stay");
        assertThat(dry.out()).isEqualTo(wet.out().replace("freed", "would free").replace("stay", "would stay"));
        assertThat(call("store", "ls").out()).startsWith("0 B");
    }

    @Test
    void what_was_used_of_late_stays() throws Exception {
        slim();

        assertThat(call("store", "gc", "--older-than", "1d").out()).startsWith("freed 0 B (0 things)");
    }

    @Test
    @Needs(Provision.ROOT)
    void nothing_goes_that_another_cupel_is_working_with() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        RunningCupel other = RunningCupel.in(
                folder, "slim", "dir:" + ALPINE, "--no-run", "--keep", "shell", "--report", "report", "--to", "oci-archive:" + pipe);
        other.afterStep("writing the slim image");

        Invocation collected = call("store", "gc", "--older-than", "0", "--format", "json");
        try (InputStream reader = Files.newInputStream(pipe)) {
            reader.transferTo(OutputStream.nullOutputStream());
        }

        assertThat(collected.out()).contains("\"count\" : 0", "\"othersAtWork\" : true");
        assertThat(other.end()).as(other.lastWords().toString()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_answer_in_a_file_is_whole_and_standard_output_is_empty() throws Exception {
        Invocation done = call("store", "ls", "--format", "json", "-o", folder.resolve("answer.json").toString());

        assertThat(done.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("answer.json"))).startsWith("{").endsWith("}\n");
    }

    /// In a process of its own: one that works in the store keeps what is in it until it ends.
    private void slim() throws Exception {
        RunningCupel cupel = RunningCupel.in(
                folder, "slim", "dir:" + ALPINE, "--no-run", "--keep", "shell", "--to", "oci:" + folder.resolve("out"), "--report", "report");
        assertThat(cupel.end()).as(cupel.lastWords().toString()).isEqualTo(ExitCode.DONE);
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        return Invocation.of(environment, arguments);
    }
}
