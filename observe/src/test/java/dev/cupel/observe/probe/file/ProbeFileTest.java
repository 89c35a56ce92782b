package dev.cupel.observe.probe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Login;
import dev.cupel.observe.probe.transcript.Origin;
import dev.cupel.observe.probe.transcript.Service;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeFileTest {
    @Test
    void the_example_of_the_documentation_is_read_as_it_says() throws Exception {
        List<ProbeFile.Question> questions = ProbeFile.read(documentedExample(), 80).questions();

        assertThat(questions).hasSize(6);
        assertThat(questions.get(0).ask()).isEqualTo(new Ask.Http(new Origin(8080, false), "GET", "/users/7",
                List.of(new Header("Accept", "application/json")), "", List.of()));
        assertThat(questions.get(0).expectation().status()).isEqualTo(OptionalInt.of(200));
        assertThat(questions.get(0).expectation().contains()).containsExactly("Ada", "Lovelace");
        assertThat(questions.get(0).expectation().absent()).containsExactly("Traceback");
        assertThat(questions.get(1).name()).isEqualTo("sign in");
        assertThat(questions.get(3).ask()).isEqualTo(new Ask.Talk(5432, Service.POSTGRES, new Login("postgres", "POSTGRES_PASSWORD", "postgres"),
                List.of("CREATE TABLE t (i int)", "SELECT count(*) FROM t")));
        assertThat(questions.get(4).ask()).isInstanceOfSatisfying(Ask.Exec.class, exec -> {
            assertThat(exec.command()).containsExactly("python", "-c", "import lxml.etree; print(\"ok\")");
            assertThat(exec.timeout()).isEqualTo(Duration.ofSeconds(30));
        });
        assertThat(questions.get(5).ask()).isInstanceOf(Ask.HostTest.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "steps: []|no list of steps",
        "steps: [{request: GET}]|is not a request",
        "steps: [{request: /, talk: redis}]|must have one of exec, request, talk, test",
        "steps: [{request: /, method: PUT}]|\"method\" is not a key here",
        "steps: [{request: /, port: 0}]|from 1 to 65535",
        "steps: [{request: /, expect: {status: fine}}]|status is",
        "steps: [{exec: `'`}]|not closed",
        "steps: [{talk: klingon}]|is no service",
        "version: 2|version is not 1",
        "steps: {|it is not YAML",
        "- a|is not a map",
    })
    void what_is_wrong_is_told_with_its_place(String text, String told) {
        assertThatThrownBy(() -> ProbeFile.read(text.replace("`'`", "\"'\""), 80))
                .isInstanceOf(MalformedProbeFile.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a b  c|a,b,c", "'a b' c|a b,c", "a\\ b|a b", "\"a \\\" \\n b\"|a \" \\n b", "a'b'\"c\"|abc", "x ''|x,", "$HOME *|$HOME,*"
    })
    void a_command_is_split_as_a_shell_splits_it_and_nothing_is_expanded(String line, String words) {
        assertThat(String.join(",", CommandWords.split(line))).isEqualTo(words);
    }

    @FuzzTest
    void any_text_is_a_probe_file_or_malformed(byte[] data) {
        try {
            ProbeFile.read(new String(data, StandardCharsets.UTF_8), 80);
        } catch (MalformedProbeFile e) {
            assertThat(e).hasMessageMatching("(?s).{5,1500}");
        }
    }

    private static String documentedExample() throws Exception {
        Path docs = Path.of("").toAbsolutePath();
        while (!Files.exists(docs.resolve("docs/probe-file.md"))) {
            docs = Objects.requireNonNull(docs.getParent());
        }
        Matcher matcher = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(docs.resolve("docs/probe-file.md")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
