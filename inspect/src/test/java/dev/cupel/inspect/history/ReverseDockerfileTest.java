package dev.cupel.inspect.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.inspect.TestImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseDockerfileTest {
    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /bin/sh -c #(nop)  CMD ["nginx" "-g" "daemon off;"]                  | CMD ["nginx", "-g", "daemon off;"]
        /bin/sh -c #(nop)  ENTRYPOINT ["./entry.sh"]                         | ENTRYPOINT ["./entry.sh"]
        /bin/sh -c #(nop)  VOLUME [/data /logs]                              | VOLUME ["/data", "/logs"]
        /bin/sh -c #(nop)  EXPOSE 443 80                                     | EXPOSE 443 80
        EXPOSE map[80/tcp:{}]                                                | EXPOSE 80/tcp
        /bin/sh -c #(nop) COPY dir:53d77da651d97a64d5102f381b in /var/www    | COPY dir:53d77da651d9 /var/www
        COPY /out/app /usr/bin/app # buildkit                                | COPY /out/app /usr/bin/app
        /bin/sh -c apt-get update && apt-get install -y curl                 | RUN apt-get update && apt-get install -y curl
        RUN /bin/sh -c make all # buildkit                                   | RUN make all
        ENV GREETING=hello world TZ=UTC                                      | ENV GREETING="hello world" TZ=UTC
        HEALTHCHECK &{["CMD-SHELL" "curl -f \\"localhost\\""] "30s" "3s" "0s" "0s" '\\x03'} | HEALTHCHECK --interval=30s --timeout=3s CMD curl -f "localhost"
        HEALTHCHECK &{["CMD" "/ok" "-q"] "0s" "0s" "0s" '\\x00'}             | HEALTHCHECK CMD ["/ok", "-q"]
        WORKDIR /srv                                                         | WORKDIR /srv
        bazel build //image                                                  | # bazel build //image
        """)
    void each_builders_text_becomes_the_instruction_it_was(String createdBy, String instruction) throws MalformedManifest, IOException {
        ReverseDockerfile read = ReverseDockerfile.of(new TestImage(work).step(createdBy).image().config());

        assertThat(read.steps().getFirst().text()).isEqualTo(instruction);
    }

    @Test
    void build_arguments_are_told_apart_from_the_command() throws MalformedManifest, IOException {
        ReverseDockerfile read = ReverseDockerfile.of(
                new TestImage(work).step("RUN |2 VERSION=1.2 TITLE=two words /bin/sh -c echo A=b # buildkit").image().config());

        assertThat(read.steps().getFirst().text()).isEqualTo("RUN echo A=b");
        assertThat(read.steps().getFirst().arguments()).containsExactly("VERSION=1.2", "TITLE=two words");
    }

    @Test
    void a_shell_that_was_set_is_taken_off_the_commands_after_it() throws MalformedManifest, IOException {
        ReverseDockerfile read = ReverseDockerfile.of(new TestImage(work)
                .step("SHELL [/bin/bash -o pipefail -c]")
                .step("RUN /bin/bash -o pipefail -c a | b # buildkit")
                .image()
                .config());

        assertThat(read.text()).isEqualTo("FROM scratch\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHELL [\"%s\"]", "CMD [\"%s\"]", "SHELL [\"%s]"})
    void a_long_word_of_escapes_costs_its_length(String step) throws MalformedManifest, IOException {
        TestImage image = new TestImage(work).step(step.formatted("\\\"".repeat(200_000))).step("RUN");

        String text = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ReverseDockerfile.of(image.image().config()).text());

        assertThat(text).startsWith("FROM scratch\n" + step.substring(0, 4)).endsWith("\nRUN \n");
    }

    @Test
    void a_command_of_several_lines_was_a_heredoc() throws MalformedManifest, IOException {
        ReverseDockerfile read = ReverseDockerfile.of(new TestImage(work)
                .step("RUN /bin/sh -c apt-get update\napt-get install -y curl\n # buildkit")
                .step("RUN /bin/sh -c python3 <<E\nprint(1)\nE # buildkit")
                .image()
                .config());

        assertThat(read.text()).isEqualTo("FROM scratch\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF\nRUN python3 <<E\nprint(1)\nE\n");
    }

    @Test
    void the_base_image_ends_with_its_own_command() throws MalformedManifest, IOException, InterruptedException {
        ReverseDockerfile read = ReverseDockerfile.of(new TestImage(work)
                .layer("/bin/sh -c #(nop) ADD file:ab8940a9b8a6 in / ", "touch a")
                .step("/bin/sh -c #(nop)  CMD [\"bash\"]")
                .layer("RUN /bin/sh -c touch b # buildkit", "touch b")
                .step("ENTRYPOINT [\"/b\"]")
                .step("CMD [\"-x\"]")
                .image()
                .config());

        assertThat(read.base().steps()).isEqualTo(2);
        assertThat(List.of(read.isBase(0), read.isBase(1))).containsExactly(true, false);
        assertThat(read.stepOf(1).orElseThrow().layer()).isEqualTo(Optional.of(1));
    }
}
