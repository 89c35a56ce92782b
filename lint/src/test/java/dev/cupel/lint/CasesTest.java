package dev.cupel.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.lint.check.IgnoredPaths;
import dev.cupel.lint.check.LabelKind;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.Position;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.Rule;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.rule.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class CasesTest {
    private static final RuleBook BOOK = RuleBook.stock();
    /// @param place line and column where it fires; empty if that is not said
    record Case(String id, boolean fires, String place, String text, int number) {
        @Override
        public String toString() {
            return "%d: %s %s".formatted(number, id, fires ? "fires" : "quiet");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_rule_fires_where_it_should_and_nowhere_else(Case one) {
        List<String> places = new ArrayList<>();
        LintResult result = lint(one.text());
        for (Finding finding : result.findings()) {
            if (finding.rule().id().equals(one.id()) && finding.place() instanceof Finding.Place.InFile(var span)) {
                Position at = result.source().position(span.start());
                places.add(at.line() + ":" + at.column());
            }
        }

        if (!one.fires()) {
            assertThat(places).isEmpty();
        } else if (one.place().isEmpty()) {
            assertThat(places).hasSize(1);
        } else {
            assertThat(places).containsExactly(one.place().split(",", -1));
        }
    }

    /// Fixes are safe: nothing is left that could be mended, and the file still reads.
    @ParameterizedTest
    @MethodSource("cases")
    void what_is_mended_stays_mended(Case one) {
        DockerfileLint lint = lint(LintConfig.NONE);
        SourceText mended = lint.mend("Dockerfile", SourceText.of(body(one.text()))).source();

        LintResult after = lint.lint("Dockerfile", mended);

        assertThat(after.findings()).filteredOn(finding -> !finding.fix().isEmpty()).isEmpty();
        assertThat(after.findings().stream().filter(finding -> finding.rule().id().equals("CUP0001")).count())
                .isLessThanOrEqualTo(lint.lint("Dockerfile", SourceText.of(body(one.text()))).findings().stream()
                        .filter(finding -> finding.rule().id().equals("CUP0001"))
                        .count());
    }

    @Test
    void every_rule_about_dockerfiles_has_a_case_that_fires_and_one_that_does_not() throws IOException {
        Set<String> rules = BOOK.rules().stream().filter(rule -> rule.target().covers(Target.FILE)).map(Rule::id).collect(Collectors.toSet());

        assertThat(cases().filter(Case::fires).map(Case::id).collect(Collectors.toSet())).isEqualTo(rules);
        assertThat(cases().filter(one -> !one.fires()).map(Case::id).collect(Collectors.toSet())).isEqualTo(rules);
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = CasesTest.class.getResourceAsStream("cases.txt")) {
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ", -1);
            List<Case> cases = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                int end = parts[i].indexOf('\n');
                String[] head = parts[i].substring(0, end).split(" ", -1);
                cases.add(new Case(head[0], head[1].equals("fires"), head.length > 2 ? head[2] : "", parts[i].substring(end + 1), i));
            }
            return cases.stream();
        }
    }

    private static LintResult lint(String text) {
        Map<String, LabelKind> labels = new TreeMap<>();
        List<String> trusted = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        text.lines().filter(line -> line.startsWith("trust: ")).forEach(line -> trusted.add(line.substring(7)));
        text.lines().filter(line -> line.startsWith("ignored: ")).forEach(line -> ignored.add(line.substring(9)));
        text.lines().filter(line -> line.matches("label: .* .*")).forEach(line -> labels.put(line.split(" ", -1)[1], LabelKind.valueOf(line.split(" ", -1)[2].toUpperCase(Locale.ROOT))));
        Surroundings bare = new Surroundings(trusted, labels, text.contains("label: strict"), Optional.empty(), false);
        boolean context = text.startsWith("context:") || !ignored.isEmpty();
        Surroundings surroundings = context ? bare.in(ignored.isEmpty() ? Optional.empty() : Optional.of(new IgnoredPaths(ignored))) : bare;
        LintConfig config = new LintConfig(Optional.empty(), Optional.empty(), List.of(), Map.of(), surroundings, true);
        return lint(config).lint("Dockerfile", SourceText.of(body(text)));
    }

    private static DockerfileLint lint(LintConfig config) {
        return new DockerfileLint(new Suppression(BOOK, config, Profile.GOLD, LocalDate.of(2026, 6, 1)), config.surroundings());
    }

    private static String body(String text) {
        return text.lines().filter(line -> !line.matches("(trust|ignored|label|context):.*")).collect(Collectors.joining("\n", "", "\n"));
    }
}
