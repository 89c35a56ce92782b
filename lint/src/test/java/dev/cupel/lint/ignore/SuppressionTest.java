package dev.cupel.lint.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.lint.DockerfileLint;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Severity;
import dev.cupel.lint.rule.Threshold;
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
    private static final RuleBook BOOK = RuleBook.stock();

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
        LintConfig config = new ConfigReader("x", BOOK).read("ignore:\n- {id: DL3004, reason: gone soon, until: 2026-06-01}\n");

        assertThat(ids(lint("FROM a:1\nRUN sudo x\n", config, LocalDate.of(2026, 6, 1)))).isEmpty();
        assertThat(ids(lint("FROM a:1\nRUN sudo x\n", config, LocalDate.of(2026, 6, 2)))).containsExactly("DL3004");
    }

    @Test
    void the_configuration_grades_anew_and_switches_on() {
        LintConfig config = new ConfigReader("x", BOOK).read("profile: bronze\nseverity: {DL3059: error}\n");

        LintResult result = lint("FROM a:1\nRUN x\nRUN y\n", config);

        assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(config.profile()).contains(Profile.BRONZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ignored: []", "ignore: [{id: DL3004}]", "ignore: [{id: DL3004, reason: x, until: soon}]", "profile: platinum", "severity: {DL3004: bad}", "[", "- x", "a: 1\na: 2",
        "ignroe:", "ignore: DL3004", "ignore: {id: DL3004, reason: x}", "ignore: [DL3004]", "ignore: [~]", "ignore: [{id: DL30004, reason: x}]",
        "ignore: [{id: DL3004, reason: x, untill: 2026-12-31}]", "ignore: [{id: [DL3004], reason: x}]", "severity: [DL3004]", "severity: {DL30004: error}",
        "trusted-registries: docker.io", "trusted-registries: [{a: b}]", "labels: [a]", "labels: {a: mail}", "strict-labels: yes please", "fail-on: [error]",
        "profile: &a [*a]", "\0"
    })
    void a_configuration_that_is_not_understood_stops_the_command(String text) {
        assertThatThrownBy(() -> new ConfigReader(".cupel-lint.yaml", BOOK).read(text))
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
        LintConfig config = new HadolintConfig(".hadolint.yaml", BOOK).read(text);

        LintResult result = lint("FROM a\nRUN sudo x\n", config);

        assertThat(ids(result)).contains("DL3006", "DL3026", "DL3049").doesNotContain("DL3004");
        assertThat(config.failOn()).contains(Threshold.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ignored: DL3004", "ignored: [DL304]", "override: [DL3006]", "override: {fatal: [DL3006]}", "override: {error: DL3006}", "failure-threshold: high",
        "trustedRegistries: a", "label-schema: {a: mail}", "strict-labels: 1", "disable-ignore-pragma: on"
    })
    void hadolints_configuration_that_is_not_understood_stops_the_command_too(String text) {
        assertThatThrownBy(() -> new HadolintConfig(".hadolint.yaml", BOOK).read(text))
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.fault()).isEqualTo(Fault.USAGE))
                .hasMessageContaining(".hadolint.yaml");
    }

    @Test
    void of_two_configurations_each_counts_where_the_other_says_nothing() {
        LintConfig own = new ConfigReader("x", BOOK).read("trusted-registries: [example.com]\n");
        LintConfig hadolint = new HadolintConfig("y", BOOK).read("label-schema: {owner: text}\nfailure-threshold: none\n");

        LintConfig both = own.over(hadolint);

        assertThat(ids(lint("FROM a:1\n", both))).contains("DL3026", "DL3049");
        assertThat(both.failOn()).contains(Threshold.NEVER);
    }

    @Test
    void a_configuration_nested_without_end_stops_the_command_in_one_line() {
        assertThatThrownBy(() -> new ConfigReader("x", BOOK).read("[".repeat(100_000))).isInstanceOf(CupelException.class).hasMessageStartingWith("Cannot use x: ");
    }

    @Test
    void strict_labels_without_a_schema_allow_none() {
        assertThat(ids(lint("FROM a:1\nLABEL x=y\n", new ConfigReader("x", BOOK).read("strict-labels: true\n")))).contains("DL3050");
    }

    @Test
    void the_nearest_configuration_up_to_the_root_of_the_repository_counts(@TempDir Path folder) throws IOException {
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Path inside = Files.createDirectories(repository.resolve("a/b"));
        Files.writeString(folder.resolve(".cupel-lint.yaml"), "profile: gold\n");
        Files.createDirectory(repository.resolve(".git"));

        LintConfig none = new ConfigSearch(inside, BOOK).find();
        Files.writeString(repository.resolve("a/.hadolint.yaml"), "ignored: [DL3004]\n");
        Files.writeString(repository.resolve(".cupel-lint.yaml"), "profile: bronze\n");
        LintConfig both = new ConfigSearch(inside, BOOK).find();

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
