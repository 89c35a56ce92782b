package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cupel db`.
class DatabaseCommandsTest {
    private static final String RECORDS = """
            {"id":"CVE-2024-1","modified":"2024-11-20T23:38:56Z","affected":[{"package":{"ecosystem":"Debian:12","name":"openssl"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"3.0.15-1"}]}]}]}
            {"id":"CVE-2024-2","modified":"2024-11-21T23:38:56Z","withdrawn":"2024-11-22T00:00:00Z","affected":[]}
            """;

    @TempDir
    private Path folder;

    @Test
    void what_is_taken_in_is_told_and_has_a_status() throws IOException {
        Files.writeString(folder.resolve("Debian.jsonl"), RECORDS);

        Invocation taken = call("db", "import", folder.resolve("Debian.jsonl").toString());
        Invocation status = call("db", "status", "--max-age", "2w");
        Invocation forgiving = call("db", "status", "--max-age", "9999d", "--verify");

        assertThat(taken.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(taken.out()).contains("osv/Debian", "1 withdrawn", folder.resolve("data/cupel/db/advisories.cupel").toString());
        assertThat(status.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(status.out()).startsWith("TOO OLD: ").contains("2024-11-20", "osv/Debian", "Debian.jsonl");
        assertThat(forgiving.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_export_is_a_database_like_any_other() throws IOException {
        Files.writeString(folder.resolve("Debian.jsonl"), RECORDS);
        call("db", "import", folder.resolve("Debian.jsonl").toString());
        Path exported = folder.resolve("exported");

        assertThat(call("db", "export", exported.toString()).out()).isEqualTo(exported + "\n");

        assertThat(call("db", "status", "--db", exported.toString()).out()).contains("osv/Debian");
        assertThat(call("db", "import", exported.toString(), "--db", folder.resolve("other").toString()).out()).contains("osv/Debian");
    }

    @Test
    void without_a_database_it_is_said_what_to_do() {
        for (String[] call : new String[][] {{"db", "status"}, {"db", "export", "x"}, {"scan", "sbom:" + folder.resolve("x")}}) {
            Invocation answer = call(call);

            assertThat(answer.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(answer.err()).contains("There is no advisory database at", "cupel db update");
        }
    }

    @Test
    void what_is_no_database_and_no_advisory_is_one_clear_line() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(call("db", "status", "--db", text.toString()).err()).startsWith("cupel: Cannot read the advisory database").contains("it does not begin as one");
        assertThat(call("db", "import", text.toString())).satisfies(answer -> {
            assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(answer.err()).contains("nothing tells what it is");
        });
        assertThat(call("db", "import", empty.toString()).exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(call("db", "import", folder.resolve("gone").toString()).exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(folder.resolve("data/cupel/db/advisories.cupel")).doesNotExist();
    }

    @Test
    void comparisons_that_are_not_so_are_printed() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines"), "# versions\n1.0 < 1.1\n\n2.0~rc1 > 2.0\n1:0 = 1:0\n");
        Path bad = Files.writeString(folder.resolve("bad"), "1.0 < 1.1\n1.0 ~ 1.1\n");

        Invocation compared = call("db", "compare", "Debian:12", lines.toString());

        assertThat(compared.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(compared.out()).isEqualTo("2.0~rc1 > 2.0   found: <\n");
        assertThat(compared.err()).isEqualTo("1 of 3 lines are not so\n");
        assertThat(call("db", "compare", "npm", bad.toString())).satisfies(answer -> {
            assertThat(answer.exitCode()).isEqualTo(ExitCode.INPUT);
            assertThat(answer.err()).contains("Line 2 is no comparison");
        });
        assertThat(call("db", "compare", "nothing", lines.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Invocation call(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return Invocation.of(environment, arguments);
    }
}
