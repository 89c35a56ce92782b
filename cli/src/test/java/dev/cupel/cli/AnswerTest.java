package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.cli.answer.Answer;
import dev.cupel.cli.answer.Compared;
import dev.cupel.cli.answer.Copied;
import dev.cupel.cli.answer.Explained;
import dev.cupel.cli.answer.Format;
import dev.cupel.cli.answer.Freed;
import dev.cupel.cli.answer.Refined;
import dev.cupel.cli.answer.StoreContents;
import dev.cupel.cli.answer.VexStatements;
import dev.cupel.image.ImagePath;
import dev.cupel.slim.report.Explanation;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import dev.cupel.vulnerability.vex.VexDecision;
import dev.cupel.vulnerability.vex.VexJustification;
import dev.cupel.vulnerability.vex.VexOrigin;
import dev.cupel.vulnerability.vex.VexProduct;
import dev.cupel.vulnerability.vex.VexStatement;
import dev.cupel.vulnerability.vex.VexStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The keys of `--format json` and the lines of `--format text`, which scripts rely on.
class AnswerTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String DIGEST = "sha256:" + "0".repeat(64);
    private static final Copied COPIED = new Copied("nginx:1.27-cupel", DIGEST, List.of());

    static Stream<Arguments> answers() {
        SlimReport.Measure before = new SlimReport.Measure(143_000_000, 51_000_000, 4_000, 5, Optional.of(300L));
        SlimReport.Measure after = new SlimReport.Measure(12_000_000, 5_000_000, 200, 5, Optional.of(290L));
        return Stream.of(
                Arguments.of("copy", COPIED),
                Arguments.of("slim", new Refined(Verdict.VERIFIED, List.of(COPIED), before, after, 1, List.of(), "cupel-report")),
                Arguments.of(
                        "slim-failed",
                        new Refined(Verdict.FAILED, List.of(), before, after, 2, List.of("GET / answered 500 instead of 200"), "cupel-report")),
                Arguments.of("verify", new Compared(false, true, 12, List.of("GET / answered 500 instead of 200"), List.of("/bin/sh is missed"))),
                Arguments.of("verify-alike", new Compared(true, true, 12, List.of(), List.of())),
                Arguments.of("explain-kept", explained(new Explanation.Kept(ImagePath.of("/bin/sh"), List.of("executed during \"start\"")))),
                Arguments.of("explain-partly", explained(new Explanation.KeptDirectory(ImagePath.of("/bin"), 3, 300))),
                Arguments.of("explain-dropped", explained(new Explanation.Dropped(ImagePath.of("/opt/a/b"), ImagePath.of("/opt")))),
                Arguments.of("explain-unknown", explained(new Explanation.Unknown(ImagePath.of("/nope")))),
                Arguments.of("vex-ls", statements()),
                Arguments.of("store-ls", contents()),
                Arguments.of("store-gc", new Freed(false, 12, 3_000_000_000L, 1_000_000, true)));
    }

    @Test
    void no_name_of_an_image_steers_the_terminal() {
        assertThat(Format.TEXT.of(explained(new Explanation.Kept(ImagePath.of("/\u001b[2J"), List.of("opened by a\rb")))))
                .isEqualTo("/�[2J stays:\n  - opened by a�b\n");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answers_are_written_as_agreed(String name, Answer answer) throws IOException {
        new Golden("answer/" + name + ".json").assertIs(Format.JSON.of(answer));
        new Golden("answer/" + name + ".txt").assertIs(Format.TEXT.of(answer));
    }

    private static Explained explained(Explanation explanation) {
        return Explained.of("nginx:1.27-cupel", explanation);
    }

    private static VexStatements statements() {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        VexProduct product = VexProduct.of("pkg:oci/app", List.of("pkg:npm/a", "pkg:npm/b@1"));
        return VexStatements.of(
                List.of(
                        new VexStatement(
                                List.of("CVE-2024-1", "GHSA-1"),
                                List.of(product, VexProduct.of("pkg:npm/c", List.of())),
                                new VexDecision(VexStatus.NOT_AFFECTED, Optional.of(VexJustification.COMPONENT_NOT_PRESENT), "not built", "", Optional.of(now)),
                                new VexOrigin("Ann", now.minusSeconds(60), "team.json")),
                        new VexStatement(
                                List.of("CVE-2024-2"),
                                List.of(),
                                new VexDecision(VexStatus.NOT_AFFECTED, Optional.empty(), "", "", Optional.empty()),
                                new VexOrigin("", now, "vendor.json"))),
                now);
    }

    private static StoreContents contents() {
        return new StoreContents(
                "/root/.cache/cupel",
                220_000_000,
                List.of(
                        new StoreContents.ImageRow(List.of("docker-daemon:nginx:1.27"), DIGEST, 143_000_000, NOON.minusSeconds(10)),
                        new StoreContents.ImageRow(List.of(), DIGEST, 12_000_000, NOON.minusSeconds(3 * 86_400))),
                List.of(new StoreContents.KindRow("blob", 12, 220_000_000, NOON.minusSeconds(7_200))),
                NOON);
    }
}
