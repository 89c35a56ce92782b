package dev.cupel.inventory.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "ENV DB_PASS=hunter2 A=b => ENV DB_PASS=*** A=b",
                "RUN |1 API_TOKEN=x /bin/sh -c make => RUN |1 API_TOKEN=*** /bin/sh -c make",
                "ENV KEY_PASSPHRASE=\"a \\\" b\" A=b => ENV KEY_PASSPHRASE=*** A=b",
                "CMD [\"sh\", \"-c\", \"DB_PASS=\\\"a b\\\" run\"] => CMD [\"sh\", \"-c\", \"DB_PASS=*** run\"]",
                "CMD [\"run\", \"--password=x\", \"-v\"] => CMD [\"run\", \"--password=***\", \"-v\"]",
                "RUN A_SECRET=\"cut off => RUN A_SECRET=***",
                "RUN git clone https://me:hunter2@h/x => RUN git clone https://me:***@h/x",
                "REDIS=redis://:hunter2@h:1 => REDIS=redis://:***@h:1",
                "TOKEN_FILE=/run/x MONKEY=1 PASSWORD=$OTHER => TOKEN_FILE=/run/x MONKEY=1 PASSWORD=$OTHER",
            })
    void of_a_text_only_the_secrets_go(String text, String masked) {
        assertThat(SecretMask.of(text)).isEqualTo(masked);
    }

    @Test
    void of_a_pair_the_whole_value_goes() {
        assertThat(SecretMask.pair("DB_PASS=hunter2 and more")).isEqualTo("DB_PASS=***");
        assertThat(SecretMask.pair("URL=amqp://me:hunter2@h and more")).isEqualTo("URL=amqp://me:***@h and more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJaaaaaaaaaaaa-", "A_TOKEN=\"", "://a:", "a", "_authToken  ", "-----BEGIN PRIVATE KEY-----   ", "xoxb-", "\"auth\" : \"", "A_KEY=\\\""})
    void no_text_takes_longer_than_its_length(String part) {
        String text = part.repeat(500_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SecretMask.of(text));
    }

    @Test
    void a_long_quoted_value_is_no_stack_overflow() {
        assertThat(SecretMask.of("A_TOKEN=\"" + "\\\"x".repeat(200_000) + "\" b")).isEqualTo("A_TOKEN=*** b");
    }
}
