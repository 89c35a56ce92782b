package dev.cupel.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.lint.DockerfileLint;
import dev.cupel.lint.check.Surroundings;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "RUN apt-get install --no-install-recommends x => RUN apt-get install -y --no-install-recommends x",
                "RUN apt update && rm -rf /var/lib/apt/lists/* => RUN apt-get update && rm -rf /var/lib/apt/lists/*",
                "RUN apt install x => RUN apt-get install -y x",
                "RUN apk add \\\\\\n  # why\\n  curl => RUN apk add --no-cache \\\\\\n  # why\\n  curl",
                "RUN python3 -m pip install x==1 => RUN python3 -m pip install --no-cache-dir x==1",
                "RUN <<EOF\\napk add x\\nEOF => RUN <<EOF\\napk add --no-cache x\\nEOF",
                "ENV A b c => ENV A=\"b c\"",
                "ENV A \"b\" => ENV A \"b\"",
                "LABEL a b => LABEL a=b",
                "MAINTAINER me \"x\" => LABEL org.opencontainers.image.authors=\"me \\\\\"x\\\\\"\"",
                "ADD app.py /x => COPY app.py /x",
                "ADD app /x => ADD app /x",
                "ADD x.tar /x => ADD x.tar /x",
                "EXPOSE 53/UDP => EXPOSE 53/udp",
                "RUN x \\\\\\n\\n y => RUN x \\\\\\n y",
                "run x => RUN x",
            })
    void what_needs_no_person_is_mended_and_nothing_else_changes(String before, String after) {
        String head = "FROM a:1\nWORKDIR /srv\nUSER 1\n";

        String mended = mend(head + before.translateEscapes() + "\n");

        assertThat(mended).isEqualTo(head + after.translateEscapes() + "\n");
    }

    @Test
    void line_ends_and_bytes_that_are_no_utf_8_stay() {
        SourceText source = SourceText.of("FROM a:1 as x\r\n# caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1));

        SourceText mended = lint().mend("Dockerfile", source).source();

        assertThat(mended.bytes()).isEqualTo("FROM a:1 AS x\r\n# caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void the_file_keeps_its_mode_a_link_stays_a_link_and_nothing_is_left_beside_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("real"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("real"));

        new MendedFile(link).write(SourceText.of("new"));

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void the_diff_is_that_of_diff_u() {
        String before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n";
        String after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nm\nl\n";

        assertThat(UnifiedDiff.of("x", before, after)).containsExactly(
                "--- x", "+++ x",
                "@@ -1,5 +1,5 @@", " a", "-b", "+B", " c", " d", " e",
                "@@ -9,4 +9,5 @@", " i", " j", " k", "+m", " l");
        assertThat(UnifiedDiff.of("x", before, before)).isEmpty();
    }

    @Test
    void the_diff_keeps_line_ends_and_masks_secrets() {
        assertThat(UnifiedDiff.of("x", "a\r\nb", "a\nb\n")).containsExactly("--- x", "+++ x", "@@ -1,2 +1,2 @@", "-a\r", "-b", "\\ No newline at end of file", "+a", "+b");
        assertThat(UnifiedDiff.of("x", "ENV TOKEN hunter2\n", "ENV TOKEN=hunter2\n")).hasSize(5).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void the_diff_of_two_large_texts_without_a_common_line_takes_no_time() {
        assertThat(UnifiedDiff.of("x", "a\n".repeat(100_000), "b\n".repeat(100_000))).hasSize(200_003);
    }

    private static String mend(String text) {
        return lint().mend("Dockerfile", SourceText.of(text)).source().text();
    }

    private static DockerfileLint lint() {
        return new DockerfileLint(new Suppression(RuleBook.stock(), LintConfig.NONE, Profile.GOLD, LocalDate.of(2026, 6, 1)), Surroundings.NONE);
    }
}
