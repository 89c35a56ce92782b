package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.linux.process.ProcessIdentity;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.observe.journal.Waited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Provision.ROOT)
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void a_recipe_does_not_outlive_the_demo() throws Exception {
        recipe("echo making >&2; sleep 4711 & echo $! > sleep; wait; sleep 4712");
        RunningCupel cupel = RunningCupel.in(folder, "demo");
        while (!Files.exists(folder.resolve("sleep")) || Files.size(folder.resolve("sleep")) == 0) {
            Waited.milliseconds(10);
        }

        cupel.signal("TERM");

        assertThat(cupel.end()).isEqualTo(128 + 15);
        int sleep = Integer.parseInt(Files.readString(folder.resolve("sleep")).strip());
        assertThat(ProcessIdentity.of(sleep)).isEmpty();
    }

    @Test
    void a_recipe_that_cannot_be_followed_is_told_with_an_exit_code_of_cupels_own() throws Exception {
        recipe("echo no registry >&2; exit 42");
        RunningCupel cupel = RunningCupel.in(folder, "demo");

        assertThat(cupel.end()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(cupel.lastWords()).anyMatch(line -> line.contains("its recipe ended with 42"));
    }

    private void recipe(String script) throws IOException {
        Path recipe = Files.createDirectory(folder.resolve("demo")).resolve("prepare");
        Files.writeString(recipe, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(recipe, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
