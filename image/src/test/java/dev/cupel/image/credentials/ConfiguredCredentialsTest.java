package dev.cupel.image.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredCredentialsTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"https://index.docker.io/v1/", "docker.io", "https://registry-1.docker.io/v2/"})
    void docker_hub_is_known_under_all_its_names(String key) throws IOException {
        docker("{\"auths\": {\"" + key + "\": {\"auth\": \"YW5uOnNlOmNyZXQ=\"}}}");

        assertThat(of("docker.io", "library/nginx")).isEqualTo(new Credential.UserPassword("ann", "se:cret"));
    }

    @Test
    void the_most_specific_entry_wins() throws IOException {
        write(home.resolve(".config/containers/auth.json"), """
                {"auths": {"h:5000": {"auth": "YTph"}, "h:5000/team": {"auth": "Yjpi"}, "h:5000/team/app": {"auth": "Yzpj"}}}""");

        assertThat(of("h:5000", "x/y")).isEqualTo(new Credential.UserPassword("a", "a"));
        assertThat(of("h:5000", "team/y")).isEqualTo(new Credential.UserPassword("b", "b"));
        assertThat(of("h:5000", "team/app")).isEqualTo(new Credential.UserPassword("c", "c"));
        assertThat(of("other", "team/app")).isEqualTo(new Credential.Anonymous());
    }

    @Test
    void tokens_are_told_apart() throws IOException {
        docker("""
                {"auths": {"i": {"identitytoken": "one"}, "r": {"registrytoken": "two"}, "empty": {}}}""");

        assertThat(of("i", "x")).isEqualTo(new Credential.IdentityToken("one"));
        assertThat(of("r", "x")).isEqualTo(new Credential.RegistryToken("two"));
        assertThat(of("empty", "x")).isEqualTo(new Credential.Anonymous());
    }

    @Test
    void a_helper_is_asked_before_the_file() throws IOException {
        helper("one", "read server; echo '{\"ServerURL\":\"x\",\"Username\":\"u\",\"Secret\":\"'$server'\"}'");
        docker("""
                {"credHelpers": {"h:1": "one"}, "auths": {"h:1": {"auth": "YTph"}, "h:2": {"auth": "YTph"}}}""");

        assertThat(of("h:1", "x")).isEqualTo(new Credential.UserPassword("u", "h:1"));
        assertThat(of("h:2", "x")).isEqualTo(new Credential.UserPassword("a", "a"));
    }

    @Test
    void a_helper_that_knows_nothing_leaves_it_to_the_file() throws IOException {
        helper("none", "echo 'credentials not found in native keychain'; exit 1");
        docker("""
                {"credsStore": "none", "auths": {"h": {"auth": "YTph"}}}""");

        assertThat(of("h", "x")).isEqualTo(new Credential.UserPassword("a", "a"));
    }

    @Test
    void a_helper_for_docker_hub_is_asked_for_its_old_address_and_may_give_a_token() throws IOException {
        helper("hub", "read s; test \"$s\" = https://index.docker.io/v1/ && echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'");
        docker("{\"credsStore\": \"hub\"}");

        assertThat(of("docker.io", "x")).isEqualTo(new Credential.IdentityToken("t"));
    }

    @Test
    void a_helper_that_hangs_is_ended() throws IOException {
        helper("slow", "sleep 300");
        docker("{\"credsStore\": \"slow\"}");

        assertThatThrownBy(() -> credentials(Duration.ofMillis(200)).forRepository("h", "x"))
                .isInstanceOf(CupelException.class)
                .hasMessageContaining("docker-credential-slow: it gave no answer");
    }

    @Test
    void a_helper_that_fails_is_told_without_what_it_printed() throws IOException {
        helper("bad", "echo hunter2; exit 3");
        docker("{\"credsStore\": \"bad\"}");

        assertThatThrownBy(() -> of("h", "x"))
                .hasMessageContaining("exit code 3")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a b", "x/../../bin/sh", "-x"})
    void a_helper_with_a_name_that_is_a_path_is_refused(String suffix) throws IOException {
        docker("{\"credsStore\": \"" + suffix + "\"}");

        assertThatThrownBy(() -> of("h", "x")).isInstanceOf(CupelException.class).hasMessageContaining("cannot be a program's name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"auths\": {\"h\": {\"auth\": \"hunter2!\"}}}", "{\"auths\": hunter2", "{\"auths\": {\"h\": {\"auth\": \"aHVudGVyMg==\"}}}"})
    void a_file_that_is_broken_is_told_without_its_secrets(String text) throws IOException {
        docker(text);

        assertThatThrownBy(() -> of("h", "x")).isInstanceOf(CupelException.class).satisfies(thrown -> {
            for (Throwable at = thrown; at != null; at = at.getCause()) {
                assertThat(at.toString()).doesNotContain("hunter2").doesNotContain("aHVu");
            }
        });
    }

    @Test
    void no_credential_shows_its_secret() {
        assertThat(new Credential.UserPassword("ann", "hunter2").toString()
                        + new Credential.IdentityToken("hunter2")
                        + new Credential.RegistryToken("hunter2"))
                .doesNotContain("hunter2");
    }

    private Credential of(String registry, String repository) throws IOException {
        return credentials(Duration.ofSeconds(30)).forRepository(registry, repository);
    }

    private ConfiguredCredentials credentials(Duration timeout) {
        return new ConfiguredCredentials(Map.of("PATH", home + ":/usr/bin:/bin"), home, timeout);
    }

    private void docker(String json) throws IOException {
        write(home.resolve(".docker/config.json"), json);
    }

    private void helper(String suffix, String script) throws IOException {
        Path file = home.resolve("docker-credential-" + suffix);
        write(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
