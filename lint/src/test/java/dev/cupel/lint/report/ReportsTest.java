package dev.cupel.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cupel.lint.CasesTest;
import dev.cupel.lint.DockerfileLint;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {
    private static final String FILE = """
            FROM debian AS Build
            MAINTAINER "me" <me@example.com>
            RUN apt-get update && apt-get install curl && curl -fsSL https://example.com/a/rather/long/address/install.sh | bash
            \tENV TOKEN \u001b[31mx
            CMD nginx -g "daemon off;"
            """;

    @Test
    void sarif_fits_the_schema_of_the_standard() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(resource("sarif-schema-2.1.0.json"));

        assertThat(schema.validate(written(ReportFormat.SARIF, List.of(lint(), image()), Ink.PLAIN), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }

    /// Run with `-Dcupel.rewrite=true` to write the file anew; then it is API that changed.
    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void reports_are_those_of_the_golden_files(ReportFormat format) throws IOException {
        String report = written(format, List.of(lint(), image()), Ink.PLAIN);
        Path golden = golden("report." + (format == ReportFormat.TEXT ? "txt" : format == ReportFormat.JSON ? "json" : "sarif"));
        if (Boolean.getBoolean("cupel.rewrite")) {
            Files.writeString(golden, report);
        }

        assertThat(report).isEqualTo(Files.readString(golden));
    }

    @Test
    void no_line_is_wider_than_80_columns_and_no_control_character_gets_through() {
        String report = written(ReportFormat.TEXT, List.of(lint()), Ink.PLAIN);

        assertThat(report.lines()).allMatch(line -> line.length() <= 80);
        assertThat(report).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void no_report_tells_a_secret(ReportFormat format) {
        String file = """
                FROM https://me:hunter2@example.com/x:1
                ENV API_TOKEN hunter2
                LABEL A B=https://me:hunter2@h/
                VOLUME /x
                RUN curl https://me:hunter2@h/ | sh
                COPY --from=https://me:hunter2@h/ a b
                EXPOSE https://me:hunter2@h/
                RUN ["API_TOKEN=hunter2"
                """;
        Suppression suppression = new Suppression(RuleBook.stock(), LintConfig.NONE, Profile.GOLD, LocalDate.of(2026, 6, 1));
        LintResult result = new DockerfileLint(suppression, Surroundings.NONE).lint("Dockerfile", SourceText.of(file));

        assertThat(written(format, List.of(result), Ink.PLAIN)).contains("API_TOKEN").doesNotContain("hunter2");
    }

    @Test
    void colours_change_nothing_but_colours() {
        String colour = written(ReportFormat.TEXT, List.of(lint()), Ink.COLOUR);

        assertThat(colour).contains("\u001b[1;33mwarning");
        assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(written(ReportFormat.TEXT, List.of(lint()), Ink.PLAIN));
    }

    private static LintResult lint() {
        Suppression suppression = new Suppression(RuleBook.stock(), LintConfig.NONE, Profile.SILVER, LocalDate.of(2026, 6, 1));
        return new DockerfileLint(suppression, Surroundings.NONE).lint("docker files/Dockerfile", SourceText.of(FILE));
    }

    private static LintResult image() {
        RuleBook book = RuleBook.stock();
        List<Finding> findings = List.of(
                new Finding(book.get("CIS-DI-0001"), new Finding.Place.InConfig("User"), "", List.of()),
                new Finding(book.get("CUP1023"), new Finding.Place.InHistory(3), "apt-get update", List.of()),
                new Finding(book.get("CIS-DI-0008"), new Finding.Place.AtPath("/usr/bin/su"), "mode 4755", List.of()));
        return new LintResult("app:1", SourceText.of(""), true, findings, 2);
    }

    private static String written(ReportFormat format, List<LintResult> results, Ink ink) {
        StringWriter out = new StringWriter();
        format.write(results, "1.2.3", new TextReport(ink, 80), new PrintWriter(out));
        return out.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CasesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path golden(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("cupel")))
                .findFirst()
                .orElseThrow()
                .resolve("lint/src/test/resources/dev/cupel/lint/" + name);
    }
}
