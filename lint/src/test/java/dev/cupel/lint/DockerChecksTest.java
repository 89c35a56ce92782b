package dev.cupel.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What BuildKit 0.21.1's own checks said about the same files, base images taken to set PATH alone. Where Cupel differs on purpose
/// docs/lint-peers.md says so.
class DockerChecksTest {
    private static final RuleBook BOOK = RuleBook.stock();
    /// Experimental and off there, or newer than that BuildKit, or answered otherwise on purpose.
    private static final Set<String> APART =
            Set.of("InvalidDefinitionDescription", "CopyIgnoredFile", "UndefinedVar", "ExposeProtoCasing", "ExposeInvalidFormat");

    /// Parts of the files about which Cupel differs on purpose.
    private static final Set<String> ON_PURPOSE = Set.of("ENTRYPOINT exec", "WORKDIR $DIRECTROY", "GPG_KEY=");

    @ParameterizedTest
    @MethodSource("answers")
    void dockers_checks_say_what_docker_says(JsonNode answer) {
        Set<String> theirs = new TreeSet<>();
        answer.get("warnings").forEach(warning -> theirs.add(place(warning.get(1).asString(), warning.get(0).asInt())));
        theirs.removeIf(one -> APART.contains(one.split(" ", -1)[0]));

        assertThat(ours(answer.get("text").asString())).as(answer.get("text").asString()).isEqualTo(theirs);
    }

    static Stream<JsonNode> answers() throws IOException {
        try (InputStream in = CasesTest.class.getResourceAsStream("buildkit.json")) {
            return JsonMapper.builder().build().readTree(in).valueStream().filter(one -> one.has("warnings"))
                    .filter(one -> ON_PURPOSE.stream().noneMatch(one.get("text").asString()::contains)).toList().stream();
        }
    }

    /// Docker tells of an empty line where the instruction ends.
    private static String place(String id, int line) {
        return id + " " + (id.equals("NoEmptyContinuation") ? "" : String.valueOf(line));
    }

    private static Set<String> ours(String text) {
        Suppression suppression = new Suppression(BOOK, LintConfig.NONE, Profile.GOLD, LocalDate.of(2026, 6, 1));
        LintResult result = new DockerfileLint(suppression, Surroundings.NONE).lint("Dockerfile", SourceText.of(text));
        Set<String> found = new TreeSet<>();
        for (Finding finding : result.findings()) {
            String id = finding.rule().id();
            boolean docker = !id.matches("DL.*|CUP.*") && !APART.contains(id);
            if (docker && finding.place() instanceof Finding.Place.InFile(var span)) {
                found.add(place(id, result.source().position(span.start()).line()));
            }
        }
        return found;
    }
}
