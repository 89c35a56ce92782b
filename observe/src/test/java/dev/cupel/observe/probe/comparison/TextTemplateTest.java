package dev.cupel.observe.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTemplateTest {
    @Test
    void what_differs_between_two_runs_may_be_anything_in_a_third() {
        TextTemplate template = TextTemplate.of(List.of("order quack confirmed by ann", "order moo confirmed by bob"));

        assertThat(template.departure("order baa confirmed by eve")).isEmpty();
        assertThat(template.departure("order baa refused by eve")).isPresent();
    }

    @Test
    void a_gap_takes_a_few_words_and_not_a_page() {
        TextTemplate template = TextTemplate.of(List.of("a quack z", "a moo z"));

        assertThat(template.departure("a very long quack z")).isEmpty();
        assertThat(template.departure("a " + "word ".repeat(30) + "z")).isPresent();
        assertThat(template.departure("a  z")).isEmpty();
    }

    @Test
    void the_first_difference_is_shown_from_both_sides() {
        assertThat(TextTemplate.of(List.of("the quick brown fox")).departure("the quick red fox"))
                .contains(new TextTemplate.Departure("brown fox", "red fox"));
        assertThat(TextTemplate.of(List.of("all")).departure("all and more")).contains(new TextTemplate.Departure("", "and more"));
        assertThat(TextTemplate.of(List.of("all and more")).departure("all")).contains(new TextTemplate.Departure("and more", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "at 2024-01-02T03:04:05.678Z|at 2026-11-12T13:14:15Z",
        "Tue, 02 Jan 2024 03:04:05 GMT|Fri, 12 Nov 2026 13:14:15 GMT",
        "[02/Jan/2024:03:04:05 +0000]|[12/Nov/2026:13:14:15 +0000]",
        "Tue Jan  2 03:04:05 2024|Fri Nov 12 13:14:15 2026",
        "id 6f1e8d9a-2c41-4c0b-9f0e-0d8c5a7b3e21|id 00000000-1111-4222-8333-444455556666",
        "at 0x7ffe12345678|at 0x55aa87654321", "took 12.5 ms|took 3 s", "pid 17|pid 4242", "from 127.0.0.1:51234|from 127.0.0.1:60000",
        "host 3f2a9bc01d7e|host 9e8d7c6b5a40", "sid=k3JdP0xQz81LmN2b|sid=Zq9Xw2Ve7Rt4Yu1i", "now 1700000000|now 1800000000",
        "in /tmp/tmpab12cd|in /tmp/tmpzz99xx",
    })
    void moments_durations_numbers_of_processes_and_tokens_are_alike(String one, String other) {
        assertThat(TextTemplate.of(List.of(one)).departure(other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "status 200|status 500", "3 items|4 items", "version 1.2.3|version 1.2.4", "Content-Type: text/html|Content-Type: text/plain",
        "No such file|", "NullPointerException|IllegalStateException", "internationalization|internationalisation", "total 17.50|total 17.51",
    })
    void what_is_said_is_not_alike(String one, @Nullable String other) {
        assertThat(TextTemplate.of(List.of(one)).departure(other == null ? "" : other)).isPresent();
    }

    /// A token without a digit looks like a word; it stands where the original has a token.
    @Test
    void a_token_may_look_like_a_word_but_no_word_like_a_token() {
        TextTemplate template = TextTemplate.of(List.of("value=k3JdP0xQz81LmN2b size internationalizations", "value=Zq9Xw2Ve7Rt4Yu1i size internationalizations"));

        assertThat(template.departure("value=aBcDeFgHiJkLmNoPq size internationalizations")).isEmpty();
        assertThat(template.departure("value=k3JdP0xQz81LmN2b size IllegalStateException")).isPresent();
        assertThat(template.departure("value= size internationalizations")).isPresent();
    }

    @Test
    void counters_may_count_differently_but_must_be_the_same_ones() {
        String stats = "STAT a 1\nSTAT b 2\nSTAT c 3\nSTAT d 4\nSTAT e 5\nSTAT f 6\nSTAT g 7\nSTAT h 8\nEND";

        assertThat(TextTemplate.of(List.of(stats)).departure(stats.replace("STAT e 5", "STAT e 55"))).isEmpty();
        assertThat(TextTemplate.of(List.of(stats)).departure(stats.replace("STAT e 5", "STAT x 5"))).isPresent();
    }

    @FuzzTest
    void a_text_fits_the_template_it_was_made_of(byte[] data) {
        String all = new String(data, StandardCharsets.UTF_8);
        String one = all.substring(0, all.length() / 2);
        String other = all.substring(all.length() / 2);

        assertThat(TextTemplate.of(List.of(one)).departure(one)).isEmpty();
        assertThat(TextTemplate.of(List.of(one, one, one)).departure(one)).isEmpty();
        assertThat(TextTemplate.of(List.of(one, other)).departure(one)).isEmpty();
    }

    @FuzzTest
    void json_fits_itself(byte[] data) {
        JsonTemplate.parse(new String(data, StandardCharsets.UTF_8))
                .ifPresent(node -> assertThat(new JsonTemplate(List.of(node, node)).departure(node)).isEmpty());
    }
}
