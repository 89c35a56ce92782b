package dev.cupel.observe.probe.transcript.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.Digest;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Body;
import dev.cupel.observe.probe.transcript.Borrowed;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Login;
import dev.cupel.observe.probe.transcript.Origin;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.probe.transcript.Service;
import dev.cupel.observe.probe.transcript.Step;
import dev.cupel.observe.probe.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptJsonTest {
    private final TranscriptJson json = new TranscriptJson(16 << 20);

    @Test
    void every_kind_of_question_and_answer_survives_writing_and_reading() throws Exception {
        Transcript transcript = everything();

        String text = json.write(transcript, Secrets.of(Map.of())).toString();

        assertThat(json.read(text)).isEqualTo(transcript);
        assertThat(json.readScript(text)).isEqualTo(transcript.script());
    }

    @Test
    void a_long_body_of_one_character_is_written_briefly() {
        assertThat(json.write(everything(), Secrets.of(Map.of())).toString()).hasSizeLessThan(10_000);
    }

    @Test
    void secrets_of_the_environment_are_masked_and_the_rest_can_still_be_read() throws Exception {
        Secrets secrets = Secrets.of(Map.of("DB_PASSWORD", "hunter22", "API_TOKEN", "http", "PATH", "/usr/bin"));

        String text = json.write(everything(), secrets).toString();

        assertThat(text).doesNotContain("hunter22").contains("***", "/usr/bin");
        assertThat(json.read(text).exchanges()).hasSameSizeAs(everything().exchanges());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"exchanges\": 1}", "{\"exchanges\": [{\"id\": \"a\"}]}",
        "{\"exchanges\": [], \"log\": \"\", \"complete\": 1, \"remarks\": []}"})
    void text_that_is_no_transcript_is_refused(String text) {
        assertThatThrownBy(() -> json.read(text)).isInstanceOf(MalformedTranscript.class);
    }

    @FuzzTest
    void any_text_is_read_or_refused(byte[] data) {
        try {
            json.read(new String(data, StandardCharsets.UTF_8));
        } catch (MalformedTranscript e) {
            assertThat(e).hasMessageMatching("(?s).{5,1000}");
        }
    }

    static Transcript everything() {
        Origin origin = new Origin(8080, true);
        Ask.Http post = new Ask.Http(origin, "POST", "/a?b=ä", List.of(new Header("X", "hunter22")), "x".repeat(50_000),
                List.of(new Borrowed("http-1", "/id", "17")));
        List<Answer> answers = List.of(
                new Answer.State(new Readiness.Listening(new TreeSet<>(List.of("tcp 0.0.0.0:80")))),
                new Answer.Http(404, List.of(new Header("server", "x")), new Body(5, Digest.of(new byte[] {1}), "hello hunter22", true)),
                new Answer.Talk(List.of("PONG", "")), new Answer.Ended(137, "out", "/usr/bin"), new Answer.Ended(-1, "", ""),
                new Answer.State(new Readiness.Unready("slow", "tail")), new Answer.State(new Readiness.Exited(3, "log")),
                new Answer.State(new Readiness.Idle()), new Answer.Silent("refused"));
        List<Ask> asks = List.of(new Ask.Start(new TreeSet<>(List.of(80, 443))), post,
                new Ask.Talk(6379, Service.REDIS, new Login("u", "REDIS_PASSWORD", "d"), List.of("PING")),
                new Ask.Exec("exec", List.of("ls", "-l"), new TreeMap<>(Map.of("A", "b")), Duration.ofSeconds(3)),
                new Ask.HostTest(List.of("curl"), new TreeSet<>(List.of(80)), Duration.ofSeconds(4)), new Ask.Turn("reload", "SIGHUP"),
                new Ask.Survey(), Ask.Http.get(origin, "/"), Ask.Http.get(origin, "/b"));
        Expectation expectation = new Expectation(OptionalInt.of(404), OptionalInt.of(1), List.of("a"), List.of("b"), List.of(new Header("c", "d")));
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            Step step = new Step("s-" + i, asks.get(i), i == 1 ? expectation : Expectation.ANYTHING, "phase " + i);
            exchanges.add(new Exchange(step, answers.get(i), i == 1 ? List.of("does not hold \"a\"") : List.of(), i, Duration.ofMillis(i)));
        }
        return new Transcript(exchanges, "started with hunter22\n", false, List.of("a limit"));
    }
}
