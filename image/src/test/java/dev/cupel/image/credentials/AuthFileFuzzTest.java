package dev.cupel.image.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class AuthFileFuzzTest {
    @FuzzTest
    void any_bytes_are_an_auth_file_or_malformed(FuzzedDataProvider data) {
        try {
            AuthFile file = AuthFile.parse(data.consumeRemainingAsBytes());
            assertThat(file.helperFor(new RegistryKey("docker.io", "a/b"))).isNotNull();
        } catch (MalformedAuthFile expected) {
            assertThat(expected).hasMessageMatching("it is .*|an \"auth\" .*");
        }
    }
}
