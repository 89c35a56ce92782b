package dev.cupel.image.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx",
        "nginx:1.27, docker.io/library/nginx:1.27",
        "team/app, docker.io/team/app",
        "docker.io/nginx:1, docker.io/library/nginx:1",
        "index.docker.io/team/app, docker.io/team/app",
        "localhost/app:2, localhost/app:2",
        "localhost:5000/app, localhost:5000/app",
        "127.0.0.1:5000/a/b/c:x, 127.0.0.1:5000/a/b/c:x",
        "[::1]:5000/app, [::1]:5000/app",
        "ghcr.io/Team/app, ",
        "Host/app, Host/app",
        "nginx@sha256:" + HEX + ", docker.io/library/nginx@sha256:" + HEX,
        "nginx:1@sha256:" + HEX + ", docker.io/library/nginx:1@sha256:" + HEX
    })
    void a_name_gets_dockers_defaults(String text, String full) throws MalformedReference {
        if (full == null) {
            assertThatThrownBy(() -> ImageReference.parseName(text)).isInstanceOf(MalformedReference.class);
        } else {
            assertThat(ImageReference.parseName(text)).hasToString(full);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nginx:1.27, nginx:1.27",
        "docker://nginx:1.27, nginx:1.27",
        "docker-daemon:nginx:1, nginx:1",
        "podman:localhost/x:1, localhost/x:1",
        "docker-archive:f.tar:a/b:1, a/b:1",
        "docker-archive:f.tar, ",
        "oci:dir:tag, ",
        "dir:/srv/root, "
    })
    void an_image_in_an_engine_or_a_registry_has_a_name(String text, String name) throws MalformedReference {
        assertThat(ImageReference.parse(text).named().map(ImageName::familiar)).isEqualTo(Optional.ofNullable(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "NGINX", "a b", "nginx:", ":1", "nginx:-x", "-a/b", "a//b", "a/", "/a", "nginx@sha256:12", "nginx@md5:00", "a:b:c",
        "https://example.com/x", "oci:", "docker://", "docker-daemon:", "dir:", "oci-archive::x", "oci:d:", "oci:d:t\tx",
        "docker-archive:f:BAD", "nginx\u001b[31m"
    })
    void what_names_no_image_is_refused_with_a_message_that_quotes_it(String text) {
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOf(MalformedReference.class)
                .hasMessageMatching("(?s)(\".*|An empty text.*)")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "nginx:1.27", "docker://nginx:1.27", "docker://ghcr.io/a/b@sha256:" + HEX, "docker-daemon:nginx:1", "docker-daemon:sha256:" + HEX,
        "podman:localhost/x:1", "oci:dir/below", "oci:/abs:tag", "oci-archive:f.tar:a/b:1", "docker-archive:f.tar",
        "docker-archive:f.tar:localhost:5000/a/b:1", "dir:/srv/root"
    })
    void every_spelling_is_read_back_from_what_it_prints(String text) throws MalformedReference {
        assertThat(ImageReference.parse(text)).hasToString(text);
    }

    @Test
    void an_image_id_alone_means_the_engine() throws MalformedReference {
        assertThat(ImageReference.parse("sha256:" + HEX)).isInstanceOf(ImageReference.EngineId.class);
    }

    @Test
    void a_file_written_as_a_name_is_answered_with_the_prefixes() {
        assertThatThrownBy(() -> ImageReference.parse("./app.tar")).hasMessageContaining("docker-archive:FILE");
    }

    @ParameterizedTest
    @CsvSource({
        "nginx:1.27, nginx:1.27-cupel",
        "nginx, nginx:latest-cupel",
        "docker://h:1/a/b:2, docker://h:1/a/b:2-cupel",
        "docker://a@sha256:" + HEX + ", docker://a:cupel",
        "docker://a:3@sha256:" + HEX + ", docker://a:3-cupel",
        "docker-daemon:sha256:" + HEX + ", docker-daemon:cupel:9f86d081884c",
        "podman:a:1, podman:a:1-cupel",
        "oci:d/e:1, oci:d/e:1-cupel",
        "oci:d/e, oci:d/e-cupel",
        "oci-archive:d/f.tar, oci-archive:d/f-cupel.tar",
        "docker-archive:f.tar.gz:a:1, docker-archive:f-cupel.tar:a:1-cupel",
        "docker-archive:f, docker-archive:f-cupel.tar",
        "dir:root, oci:root-cupel"
    })
    void the_result_goes_where_the_source_came_from(String source, String result) throws MalformedReference {
        assertThat(ImageReference.parse(source).refined()).hasToString(result);
    }

    @Test
    void the_suffix_fits_behind_the_longest_tag() throws MalformedReference {
        assertThat(ImageReference.parse("a:" + "x".repeat(128)).refined()).hasToString("a:" + "x".repeat(122) + "-cupel");
    }

    @FuzzTest
    void any_text_is_an_image_or_a_malformed_reference(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            ImageReference reference = ImageReference.parse(text);
            assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
        } catch (MalformedReference e) {
            assertThat(e).hasMessageMatching("(?s).{1,600}");
        }
    }
}
