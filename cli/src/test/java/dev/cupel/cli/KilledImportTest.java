package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.journal.Waited;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A database outlives whatever happens to the process that makes the next one.
@Needs(Provision.SHARED_DATA)
class KilledImportTest {
    private static final String RECORD = """
            {"id":"CVE-2024-1","modified":"2024-11-20T23:38:56Z","affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]}]}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void the_old_database_stays_when_the_writing_of_the_new_one_is_ended(String signal) throws Exception {
        Path database = old();
        byte[] before = Files.readAllBytes(database);
        RunningCupel cupel = RunningCupel.in(folder, "db", "import", SharedData.directory().resolve("osv").toString(), "--db", database.toString());
        while (!isWriting() && cupel.isAlive()) {
            Waited.milliseconds(1);
        }

        cupel.signal(signal);
        cupel.end();

        byte[] after = Files.readAllBytes(database);
        if (after.length == before.length) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(Invocation.of("db", "status", "--db", database.toString(), "--verify", "--max-age", "9999d").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void what_a_kill_left_behind_goes_with_the_next_import() throws Exception {
        Path database = old();
        RunningCupel cupel = RunningCupel.in(folder, "db", "import", SharedData.directory().resolve("osv").toString(), "--db", database.toString());
        while (!isWriting() && cupel.isAlive()) {
            Waited.milliseconds(1);
        }
        cupel.signal("KILL");
        cupel.end();

        Invocation.of("db", "import", folder.resolve("Debian.jsonl").toString(), "--db", database.toString());

        assertThat(isWriting()).isFalse();
    }

    private Path old() throws IOException {
        Path records = Files.writeString(folder.resolve("Debian.jsonl"), RECORD);
        Path database = folder.resolve("advisories");
        assertThat(Invocation.of("db", "import", records.toString(), "--db", database.toString()).exitCode()).isEqualTo(ExitCode.DONE);
        return database;
    }

    private boolean isWriting() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".cupel-*.part")) {
            return parts.iterator().hasNext();
        }
    }
}
