package dev.cupel.observe.probe.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.probe.LocalServer;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Service;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    Path directory;

    @Test
    @Needs(Provision.REDIS)
    void redis_is_recognised_used_and_found_the_same_again() throws Exception {
        int port = LocalServer.freePort();
        List<String> command = List.of("redis-server", "--port", "" + port, "--dir", directory.toString(), "--bind", "127.0.0.1");

        Runs runs = Runs.of(Plans.forPorts(port), () -> LocalServer.start(command, directory, Set.of(port)));

        assertThat(talk(runs.original(), 0).service()).isEqualTo(Service.REDIS);
        assertThat(replies(runs.original(), 0)).contains("PONG", "value", "a", "[1,2]", "done").noneMatch(one -> one.startsWith("(the"));
        assertThat(runs.differences()).isEmpty();
    }

    @Test
    @Needs(Provision.REDIS)
    void redis_with_a_password_is_told_the_one_in_the_environment_and_the_transcript_does_not_hold_it() throws Exception {
        int port = LocalServer.freePort();
        List<String> command = List.of("redis-server", "--port", "" + port, "--dir", directory.toString(), "--requirepass", "s3same!");
        ProbePlan plan = Plans.forPorts(port).withEnvironment(Map.of("REDIS_PASSWORD", "s3same!"));

        Runs runs = Runs.of(plan, () -> LocalServer.start(command, directory, Set.of(port)));

        assertThat(replies(runs.original(), 0).getFirst()).isEqualTo("OK");
        assertThat(runs.original().exchanges().toString()).doesNotContain("s3same!");
    }

    @Test
    @Needs(Provision.MEMCACHED)
    void memcached_stores_fetches_and_differs_from_run_to_run_only_where_it_may() throws Exception {
        int port = LocalServer.freePort();
        List<String> command = List.of("memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", "" + port);

        Runs runs = Runs.of(Plans.forPorts(port), () -> LocalServer.start(command, directory, Set.of(port)));

        assertThat(talk(runs.original(), 0).service()).isEqualTo(Service.MEMCACHED);
        assertThat(replies(runs.original(), 0)).contains("STORED", "VALUE cupel 0 6\nprobes\nEND", "DELETED", "ERROR");
        assertThat(runs.differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scram-sha-256", "md5", "password"})
    @Needs({Provision.POSTGRES, Provision.ROOT})
    void postgres_lets_the_probe_in_by_password_and_answers_its_questions(String method) throws Exception {
        PostgresServer server = PostgresServer.make(directory, method);
        ProbePlan plan = Plans.forPorts(server.port()).withEnvironment(Map.of("POSTGRES_PASSWORD", PostgresServer.PASSWORD));

        Runs runs = Runs.of(plan, server::start);

        assertThat(talk(runs.original(), 0).service()).isEqualTo(Service.POSTGRES);
        assertThat(replies(runs.original(), 0)).startsWith("logged in").contains("500\tn1\tn99\nSELECT 1", "42\nSELECT 1", "CREATE SCHEMA")
                .anyMatch(one -> one.endsWith("DROP SCHEMA"))
                .anyMatch(one -> one.contains("22012"))
                .anyMatch(one -> one.contains("2024-07-01 14:00:00\t2024-07-01 21:00:00"));
        assertThat(replies(runs.original(), 1)).singleElement().asString().startsWith("FATAL");
        assertThat(runs.differences()).isEmpty();
    }

    @Test
    @Needs({Provision.MARIADB, Provision.ROOT})
    void mariadb_lets_the_probe_in_by_password_and_answers_its_questions() throws Exception {
        MariadbServer server = MariadbServer.make(directory);
        ProbePlan plan = Plans.forPorts(server.port()).withEnvironment(Map.of("MARIADB_ROOT_PASSWORD", MariadbServer.PASSWORD));

        Runs runs = Runs.of(plan, server::start);

        assertThat(talk(runs.original(), 0).service()).isEqualTo(Service.MYSQL);
        assertThat(replies(runs.original(), 0).getFirst()).endsWith("logged in");
        assertThat(replies(runs.original(), 0)).contains("42", "2024-07-01 21:00:00", "Donnerstag Februar")
                .anyMatch(one -> one.startsWith("ERROR 1146"));
        assertThat(runs.differences()).isEmpty();
    }

    @Test
    @Needs({Provision.MARIADB, Provision.ROOT})
    void a_wrong_password_is_an_answer_not_a_failure() throws Exception {
        MariadbServer server = MariadbServer.make(directory);
        ProbePlan plan = Plans.forPorts(server.port()).withEnvironment(Map.of("MARIADB_ROOT_PASSWORD", "guess"));

        Runs runs = Runs.of(plan, server::start);

        assertThat(replies(runs.original(), 0)).singleElement().asString().contains("ERROR 1045");
    }

    private static Ask.Talk talk(Transcript transcript, int index) {
        return (Ask.Talk) talks(transcript).get(index).ask();
    }

    private static List<String> replies(Transcript transcript, int index) {
        return ((Answer.Talk) talks(transcript).get(index).answer()).replies();
    }

    private static List<Exchange> talks(Transcript transcript) {
        return transcript.exchanges().stream().filter(one -> one.ask() instanceof Ask.Talk).toList();
    }
}
