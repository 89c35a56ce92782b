package dev.cupel.observe.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Body;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Origin;
import dev.cupel.observe.probe.transcript.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderComparisonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            allow                        | GET, OPTIONS, HEAD     | OPTIONS,HEAD, GET       | alike
            vary                         | Accept-Encoding, Cookie| Cookie, Accept-Encoding | alike
            access-control-allow-methods | GET, PUT               | PUT, GET                | alike
            allow                        | GET, HEAD              | GET                     | other
            cache-control                | no-store, max-age=0    | max-age=0, no-store     | other
            etag                         | "5f3a"                 | "5f3b"                  | other
            date                         | Sat, 28 Nov 2026       | Sun, 29 Nov 2026        | alike
            """)
    void lists_without_an_order_are_compared_without_one(String name, String original, String now, String verdict) {
        Answer.Http before = answer(name, original);
        Step step = new Step("http-1", Ask.Http.get(new Origin(80, false), "/"), Expectation.ANYTHING, "GET /");

        List<Difference> differences = new HeaderComparison(
                        new Exchange(step, before, List.of(), 0, Duration.ZERO), List.of(before, before))
                .with(answer(name, now));

        assertThat(differences.isEmpty() ? "alike" : "other").isEqualTo(verdict);
    }

    private static Answer.Http answer(String name, String value) {
        return new Answer.Http(200, List.of(new Header(name, value)), Body.empty());
    }
}
