package dev.cupel.lint.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.lint.CasesTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What BuildKit 0.21.1's own parser answered to the same texts: the cases, hostile files, and heaps of pieces. Set
/// `cupel.lint.buildkit` to a file of the same form to hold more against it.
class BuildKitTest {
    @ParameterizedTest
    @MethodSource("answers")
    void a_text_is_read_as_buildkit_reads_it(JsonNode answer) {
        Dockerfile file = DockerfileReader.read(SourceText.of(answer.get("text").asString()));

        if (answer.has("error")) {
            assertThat(file.errors().isEmpty() && !file.instructions().isEmpty()).as(answer.toString()).isFalse();
        } else {
            assertThat(ours(file)).as(answer.get("text").toString()).isEqualTo(theirs(answer.get("nodes")));
        }
    }

    static Stream<JsonNode> answers() throws IOException {
        String more = System.getProperty("cupel.lint.buildkit", "");
        try (InputStream in = more.isEmpty() ? CasesTest.class.getResourceAsStream("buildkit.json") : Files.newInputStream(Path.of(more))) {
            return JsonMapper.builder().build().readTree(in).valueStream().toList().stream();
        }
    }

    private static List<String> ours(Dockerfile file) {
        List<String> lines = new ArrayList<>();
        for (Instruction one : file.instructions()) {
            Instruction inner = one.arguments() instanceof Arguments.Nested(var put) ? put : one;
            List<HereDocument> documents = inner.hereDocuments();
            lines.add("%s %d %s %s %s".formatted(
                    one.name(),
                    file.source().position(one.span().start()).line(),
                    one.flags().stream().map(flag -> "--" + flag.name() + (flag.value().span().length() > 0 || flag.whole().length() > flag.name().length() + 2 ? "=" + new Word(flag.value().text(), flag.value().span()).unquoted() : "")).toList(),
                    documents.stream().map(document -> document.name() + "|" + file.source().at(document.body())).toList(),
                    one.isJson() || (one.is("HEALTHCHECK") && inner.isJson())));
        }
        return lines;
    }

    private static List<String> theirs(JsonNode nodes) {
        List<String> lines = new ArrayList<>();
        for (JsonNode node : nodes) {
            lines.add("%s %d %s %s %s".formatted(
                    node.get(0).asString().toUpperCase(Locale.ROOT),
                    node.get(1).asInt(),
                    node.get(3).valueStream().map(JsonNode::asString).toList(),
                    node.get(4).valueStream().map(JsonNode::asString).toList(),
                    node.get(5).asBoolean()));
        }
        return lines;
    }
}
