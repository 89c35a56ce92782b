package dev.cupel.inventory.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "ENV DB_PASSWORD=hunter2 A=b => ENV DB_PASSWORD=******* A=b",
                "ENV TOKEN abc => ENV TOKEN ***",
                "ARG NPM_TOKEN => ARG NPM_TOKEN",
                "ENV TOKEN=$OTHER => ENV TOKEN=$OTHER",
                "RUN x --password=\"a b\" y => RUN x --password=***** y",
                "RUN git clone https://me:pass@h/x => RUN git clone *****************/x",
            })
    void secrets_are_masked_and_the_line_keeps_its_length(String line, String masked) {
        assertThat(SecretMask.sameLength(line)).hasSameSizeAs(line).startsWith(masked.substring(0, 8));
        assertThat(SecretMask.sameLength(line).replace("h/x", "/x")).doesNotContain("hunter2", "abc", "a b", "me:pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD", "DB_PASS", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "api_key", "SSH_PRIVATE_KEY", "ROOT_PASSWORD", "stripeApiKey", "com.example.db-pass"})
    void names_of_secrets_are_known(String name) {
        assertThat(SecretPatterns.isSecretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GPG_KEY", "NODE_GPG_KEYS", "PASSWORD_FILE", "MONKEY", "COMPASS", "TOKENIZERS_PARALLELISM", "PUBLIC_KEY", "KEYMAP", "PATH", "BYPASS_URL"})
    void other_names_are_left_alone(String name) {
        assertThat(SecretPatterns.isSecretName(name)).isFalse();
    }
}
