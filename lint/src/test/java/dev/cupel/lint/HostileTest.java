package dev.cupel.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.CupelException;
import dev.cupel.lint.check.IgnoredPaths;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.report.Ink;
import dev.cupel.lint.report.ReportFormat;
import dev.cupel.lint.report.TextReport;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTest {
    private static final RuleBook BOOK = RuleBook.stock();
    private static final int MANY = 100_000;
    private static final String PIECES = "FROM a|FROM $X AS b|RUN |COPY |ENV |ARG |LABEL |EXPOSE |HEALTHCHECK |ONBUILD |SHELL |USER |CMD |VOLUME |WORKDIR |<<EOF|EOF|\n|\n|\\\n|apt-get |"
            + "install |-y |apk add |pip |sudo |cd /x |rm -rf |curl |wget |chmod 777 |sh -c '|'|\"|$X|${X:-|}|=|[|]|/| |--from=b |--mount=type=cache,target=/x |# hadolint ignore=|# cupel ignore=DL3004 x|1|:|@|.|&& ";

    static Stream<String> texts() {
        return Stream.of(
                "FROM a:1\nARG X=" + "${X:-".repeat(MANY),
                "ARG X=1\nFROM " + "${X:-".repeat(500),
                "ARG X0=0123456789\n" + Stream.iterate(1, i -> i + 1).limit(60).map(i -> "ARG X%d=${X%d}${X%d}\n".formatted(i, i - 1, i - 1)).reduce("", String::concat) + "FROM a:$X60",
                "FROM a:1\nENV " + "_".repeat(MANY) + "=1",
                "FROM a:1\nRUN " + "a".repeat(MANY),
                "FROM a:1\nRUN " + "eyJ".repeat(MANY),
                "FROM a:1\nRUN " + "$(".repeat(MANY),
                "FROM a:1\nRUN " + "a;".repeat(MANY / 10),
                "FROM a:1\nRUN <<X\n" + "\r".repeat(MANY) + "y\n",
                "FROM " + "a/".repeat(MANY),
                "FROM a:1\nLABEL org.opencontainers.image.licenses=\"MIT" + " OR MIT".repeat(MANY / 10) + "\"",
                "FROM a:1\nLABEL org.opencontainers.image.licenses=\"" + "LicenseRef-a OR ".repeat(60) + "!\"",
                "FROM a:1\nLABEL " + "a.".repeat(MANY) + "=1",
                "FROM a:1\n# cupel ignore=" + "A,".repeat(MANY) + "\nRUN x",
                "FROM a:1\nCMD " + "[".repeat(MANY),
                "FROM a:1 AS s0\n" + Stream.iterate(1, i -> i + 1).limit(1500).map(i -> "FROM s%d AS s%d\n".formatted(i - 1, i)).reduce("", String::concat),
                "FROM a:1\n" + "ARG X=1\n".repeat(1500),
                "FROM a:1\n" + "COPY a /a\nRUN rm /a\n".repeat(700));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_made_to_stop_the_linter_does_not(String text) {
        StringWriter out = new StringWriter();

        ReportFormat.TEXT.write(List.of(lint(text)), "1", new TextReport(Ink.PLAIN, 80), new PrintWriter(out));

        assertThat(out.toString()).contains("Dockerfile: ");
    }

    @Test
    void more_instructions_than_an_image_can_have_layers_are_refused() {
        assertThatThrownBy(() -> lint("FROM a:1\n" + "RUN x\n".repeat(5000))).isInstanceOf(CupelException.class).hasMessageContaining("2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a*a*a*a*a*a*a*a*a*a*a*a*b", "**/a**/a**/a**/a**/a**/a**/a**/a**/b"})
    void a_pattern_of_dockerignore_made_to_stop_the_linter_does_not(String pattern) {
        assertThat(new IgnoredPaths(List.of(pattern)).leavesOut("a".repeat(2000))).isFalse();
        assertThat(new IgnoredPaths(List.of(pattern)).leavesOut("a/".repeat(1000) + "x")).isFalse();
    }

    @FuzzTest
    void any_text_is_judged_and_what_is_mended_reads(FuzzedDataProvider data) {
        judge(data.consumeRemainingAsString());
    }

    @Test
    void any_heap_of_pieces_is_judged_and_what_is_mended_reads() {
        Random random = new Random(5);
        String[] pieces = PIECES.split("\\|", -1);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("FROM a:1\n");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            judge(text.toString());
        }
    }

    private static void judge(String text) {
        SourceText mended = lint().mend("Dockerfile", SourceText.of(text)).source();

        LintResult after = lint().lint("Dockerfile", mended);

        for (ReportFormat format : ReportFormat.values()) {
            format.write(List.of(after), "1", new TextReport(Ink.PLAIN, 80), new PrintWriter(new StringWriter()));
        }
    }

    private static LintResult lint(String text) {
        return lint().lint("Dockerfile", SourceText.of(text));
    }

    private static DockerfileLint lint() {
        return new DockerfileLint(new Suppression(BOOK, LintConfig.NONE, Profile.GOLD, LocalDate.of(2026, 6, 1)), Surroundings.NONE);
    }
}
