package dev.cupel.lint.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.lint.DockerfileLint;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "FROM a:1\n# cupel ignore=DL3004 the script calls it\nRUN sudo x\n",
        "FROM a:1\n# hadolint ignore=DL3004\nRUN sudo x\n",
        "FROM a:1\n# hadolint ignore=DL3001,DL3004\n# another comment\nRUN sudo x\n",
        "# hadolint global ignore=DL3004\nFROM a:1\nRUN sudo x\n",
        "FROM a:1\n# cupel ignore-file=DKL-DI-0001 - the script calls it\nRUN sudo x\n",
        "# check=skip=DL3004;error=true\nFROM a:1\nRUN sudo x\n",
        "# check=skip=all\nFROM a:1\nRUN sudo x\n",
        "FROM a:1\nRUN y \\\n  # cupel ignore=DL3004 the script calls it\n  && sudo x\n",
    })
    void a_comment_or_a_directive_ignores_by_any_name_of_the_rule(String text) {
        LintResult result = lint(text, LintConfig.NONE);

        assertThat(ids(result)).isEmpty();
        assertThat(result.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "FROM a:1\n# cupel ignore=DL3004 the next one only\nRUN sudo y\nRUN sudo x\n",
        "FROM a:1\n# hadolint ignore=DL3001\nRUN sudo x\n",
        "FROM a:1\nRUN <<EOF\n# hadolint ignore=DL3004\nsudo x\nEOF\n",
    })
    void a_comment_ignores_nothing_else(String text) {
        assertThat(ids(lint(text, LintConfig.NONE))).containsExactly("DL3004");
    }

    @Test
    void the_configuration_ignores_with_a_reason_until_its_day() {
        LintConfig config = new ConfigReader("x").read("ignore:\n- {id: DL3004, reason: gone soon, until: 2026-06-01}\n");

        assertThat(ids(lint("FROM a:1\nRUN sudo x\n", config, LocalDate.of(2026, 6, 1)))).isEmpty();
        assertThat(ids(lint("FROM a:1\nRUN sudo x\n", config, LocalDate.of(2026, 6, 2)))).containsExactly("DL3004");
    }

    @Test
    void the_configuration_grades_anew_and_switches_on() {
        LintConfig config = new ConfigReader("x").read("profile: bronze\nseverity: {DL3059: error}\n");

        LintResult result = lint("FROM a:1\nRUN x\nRUN y\n", config);

        assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(config.profile()).contains(Profile.BRONZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ignored: []", "ignore: [{id: DL3004}]", "ignore: [{id: DL3004, reason: x, until: soon}]", "profile: platinum", "severity: {DL3004: bad}", "[", "- x", "a: 1\na: 2"
    })
    void a_configuration_that_is_not_understood_stops_the_command(String text) {
        assertThatThrownBy(() -> new ConfigReader(".cupel-lint.yaml").read(text))
                .isInstanceOf(CupelException.class)
                .hasMessageContaining(".cupel-lint.yaml");
    }

    @Test
    void hadolints_configuration_is_read_as_far_as_it_maps() {
        String text = """
                failure-threshold: error
                ignored: [DL3004, SC2086]
                override: {info: [DL3006], style: [DL3059]}
                trustedRegistries: [example.com]
                label-schema: {owner: text}
                strict-labels: true
                format: tty
                """;
        LintConfig config = HadolintConfig.read(".hadolint.yaml", text);

        LintResult result = lint("FROM a\nRUN sudo x\n", config);

        assertThat(ids(result)).contains("DL3006", "DL3026", "DL3049").doesNotContain("DL3004");
        assertThat(config.failOn()).contains(Severity.ERROR);
    }

    @Test
    void the_nearest_configuration_up_to_the_root_of_the_repository_counts(@TempDir Path folder) throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Path inside = Files.createDirectories(repository.resolve("a/b"));
        Files.writeString(folder.resolve(".cupel-lint.yaml"), "profile: gold\n");
        Files.createDirectory(repository.resolve(".git"));

        LintConfig none = new ConfigSearch(inside).find();
        Files.writeString(repository.resolve("a/.hadolint.yaml"), "ignored: [DL3004]\n");
        Files.writeString(repository.resolve(".cupel-lint.yaml"), "profile: bronze\n");
        LintConfig both = new ConfigSearch(inside).find();

        assertThat(none).isEqualTo(LintConfig.NONE);
        assertThat(both.profile()).contains(Profile.BRONZE);
        assertThat(both.ignores()).extracting(ConfiguredIgnore::id).containsExactly("DL3004");
    }

    private static List<String> ids(LintResult result) {
        return result.findings().stream().map(finding -> finding.rule().id()).toList();
    }

    private static LintResult lint(String text, LintConfig config) {
        return lint(text, config, LocalDate.of(2026, 6, 1));
    }

    private static LintResult lint(String text, LintConfig config, LocalDate today) {
        Suppression suppression = new Suppression(RuleBook.stock(), config, config.profile().orElse(Profile.SILVER), today);
        return new DockerfileLint(suppression, config.surroundings()).lint("Dockerfile", SourceText.of(text));
    }
}
