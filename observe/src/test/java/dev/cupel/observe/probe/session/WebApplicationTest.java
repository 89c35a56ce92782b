package dev.cupel.observe.probe.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.probe.LocalServer;
import dev.cupel.observe.probe.comparison.Difference;
import dev.cupel.observe.probe.comparison.TranscriptComparison;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Provision.PYTHON)
class WebApplicationTest {
    @TempDir
    Path directory;

    private Shop shop;
    private ProbePlan plan;

    @BeforeEach
    void build() throws Exception {
        shop = Shop.in(directory);
        plan = Plans.forPorts(shop.port());
    }

    @Test
    void two_runs_of_one_application_do_not_differ_from_a_third() throws Exception {
        Runs runs = Runs.of(plan, () -> shop.start(0));

        assertThat(runs.differences()).isEmpty();
    }

    @Test
    void forms_are_sent_with_the_token_of_the_running_session_also_on_replay() throws Exception {
        Runs runs = Runs.of(plan, () -> shop.start(0));

        for (Transcript transcript : List.of(runs.original(), runs.slim())) {
            assertThat(answer(transcript, "POST /order")).isInstanceOfSatisfying(Answer.Http.class, answer -> {
                assertThat(answer.status()).isEqualTo(201);
                assertThat(answer.body().text()).isEqualTo("ordered 2 of L");
            });
        }
    }

    @Test
    void an_api_is_exercised_from_its_description_with_the_ids_it_gives() throws Exception {
        Runs runs = Runs.of(plan, () -> shop.start(0));

        for (Transcript transcript : List.of(runs.original(), runs.slim())) {
            assertThat(transcript.exchanges())
                    .anySatisfy(one -> assertThat(one.ask().label() + " " + status(one.answer())).matches("GET /api/items/[0-9a-f-]{36} 200"))
                    .anySatisfy(one -> assertThat(one.ask().label() + " " + status(one.answer())).matches("DELETE /api/items/[0-9a-f-]{36} 204"))
                    .anySatisfy(one -> assertThat(one.ask().label() + " " + status(one.answer())).isEqualTo("GET /api/items?sort=price 200"))
                    .anySatisfy(one -> assertThat(one.ask().label() + " " + status(one.answer())).isEqualTo("POST /api/items 422"));
        }
    }

    @Test
    void a_server_that_says_it_is_warming_up_is_given_the_time() throws Exception {
        try (LocalServer server = shop.start(0.7)) {
            Transcript transcript = new Probing(Ticker.system()).perform(plan, server, _ -> {});

            assertThat(answer(transcript, "GET /")).isInstanceOfSatisfying(Answer.Http.class, answer -> assertThat(answer.status()).isEqualTo(200));
        }
    }

    @Test
    void changed_text_amid_varying_text_is_found() throws Exception {
        assertThat(differencesWhen("text")).extracting(Difference::summary).anyMatch(text -> text.contains("\"Wilkommen"));
    }

    @Test
    void a_choice_that_fails_is_found() throws Exception {
        assertThat(differencesWhen("enum")).extracting(Difference::summary).contains("GET /api/items?sort=price: status 500 instead of 200");
    }

    @Test
    void trouble_in_the_log_is_found() throws Exception {
        assertThat(differencesWhen("order")).filteredOn(Difference.NewLogLine.class::isInstance)
                .extracting(Difference::summary)
                .anyMatch(text -> text.contains("receipt.txt"));
    }

    @Test
    void commands_and_the_users_own_test_are_run_and_their_exit_codes_compared() throws Exception {
        Ask test = new Ask.HostTest(List.of("/bin/sh", "-c",
                "python3 -c \"import urllib.request, os; urllib.request.urlopen('http://%s:%s/api/items' % (os.environ['CUPEL_HOST'], os.environ['CUPEL_PORT']))\""),
                new TreeSet<>(List.of(shop.port())), Duration.ofSeconds(20));
        Ask exec = new Ask.Exec("exec", List.of("/bin/sh", "-c", "echo out; echo err >&2; exit 3"), new TreeMap<>(), Duration.ofSeconds(20));
        ProbePlan asking = plan.withCrawl(false).withQuestion(test, Expectation.ANYTHING).withQuestion(exec, Expectation.ANYTHING);

        try (LocalServer server = shop.start(0)) {
            Transcript transcript = new Probing(Ticker.system()).perform(asking, server, _ -> {});

            assertThat(transcript.exchange("hosttest-1").orElseThrow().answer()).isEqualTo(new Answer.Ended(0, "", ""));
            assertThat(transcript.exchange("exec-1").orElseThrow().answer()).isEqualTo(new Answer.Ended(3, "out\n", "err\n"));
        }
    }

    private List<Difference> differencesWhen(String broken) throws Exception {
        Runs runs = Runs.of(plan, () -> shop.start(0));
        try (LocalServer server = shop.start(0, broken)) {
            Transcript slim = new Probing(Ticker.system()).replay(runs.original().script(), plan, server, _ -> {});
            return new TranscriptComparison(List.of(runs.original(), runs.again())).with(slim);
        }
    }

    private static Answer answer(Transcript transcript, String label) {
        return transcript.exchanges().stream().filter(one -> one.ask().label().equals(label)).findFirst().orElseThrow().answer();
    }

    private static String status(Answer answer) {
        return answer instanceof Answer.Http http ? "" + http.status() : "none";
    }
}
