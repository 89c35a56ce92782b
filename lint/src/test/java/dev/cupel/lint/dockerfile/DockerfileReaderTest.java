package dev.cupel.lint.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileReaderTest {
    private static final String PIECES = "FROM |RUN |COPY |ENV |ARG |<<EOF|EOF|\n|\\|\\\n|`|#|# escape=`\n|\"|'|$|{|}|=|[|]|,|--from=|--|\t|\r\n|a|é|\ufeff| |ONBUILD |HEALTHCHECK |CMD |:-";

    @ParameterizedTest
    @MethodSource("corpus")
    void a_dockerfile_of_the_corpus_is_read_without_an_error_and_written_as_it_was(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);

        Dockerfile file = DockerfileReader.read(SourceText.of(bytes));

        assertThat(file.errors()).isEmpty();
        assertThat(file.source().with(file.written()).bytes()).isEqualTo(bytes);
        assertThat(Stages.of(file).stages()).isNotEmpty();
    }

    static Stream<Path> corpus() throws IOException {
        Path root = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("cupel")))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> all = Files.walk(root.resolve("corpus"), 2)) {
            return all.filter(path -> path.endsWith("Dockerfile")).sorted().toList().stream();
        }
    }

    @FuzzTest
    void any_bytes_are_read_and_written_as_they_were(FuzzedDataProvider data) {
        holds(SourceText.of(data.consumeRemainingAsBytes()));
    }

    @Test
    void any_heap_of_pieces_is_read_and_written_as_it_was() {
        Random random = new Random(4);
        String[] pieces = PIECES.split("\\|");
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            holds(SourceText.of(text.toString()));
        }
    }

    private static void holds(SourceText source) {
        Dockerfile file = DockerfileReader.read(source);

        assertThat(file.written()).isEqualTo(source.text());
        for (Instruction instruction : file.instructions()) {
            assertThat(instruction.head().isWithin(instruction.span())).isTrue();
            instruction.flags().forEach(flag -> assertThat(flag.whole().isWithin(instruction.head())).isTrue());
            instruction.words().forEach(word -> assertThat(word.span().isWithin(instruction.head())).isTrue());
            instruction.hereDocuments().forEach(document -> assertThat(document.body().isWithin(instruction.span())).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "FROM a\\nRUN b \\\\\\n  # c\\n\\n  d => FROM(a) RUN(b   d)",
                "# escape=`\\nFROM a\\nRUN b `\\n c \\\\\\nRUN d => FROM(a) RUN(b  c \\\\) RUN(d)",
                "FROM a\\nRUN b \\\\\\\\\\nRUN c => FROM(a) RUN(b \\\\\\\\) RUN(c)",
                "FROM a\\nRUN <<EOF\\nx\\n  EOF\\nEOF\\nRUN b => FROM(a) RUN(<<EOF) RUN(b)",
                "FROM a\\nRUN cat <<-A <<\"B\" >f\\nx\\n\\tA\\ny\\nB\\nUSER u => FROM(a) RUN(cat <<-A <<\"B\" >f) USER(u)",
                "FROM a\\nRUN cat <<<x\\nRUN b => FROM(a) RUN(cat <<<x) RUN(b)",
                "FROM a\\nRUN [\"<<EOF\"]\\nRUN b => FROM(a) RUN([\"<<EOF\"]) RUN(b)",
                "from a\\r\\nrun b \\\\\\r\\n c\\r\\n => from(a) run(b  c)",
                "FROM a\\n# just\\n  # comments\\nCMD b => FROM(a) CMD(b)",
                "\ufeffFROM a => FROM(a)",
                "FROM a\\nRUN b \\\\ \\t\\n c => FROM(a) RUN(b  c)",
                "FROM a\\nONBUILD RUN <<E\\nx\\nE\\nCMD b => FROM(a) ONBUILD(RUN <<E) CMD(b)",
                "#!/usr/bin/env docker\\n# escape=`\\nFROM a\\nRUN b \\\\\\n c => FROM(a) RUN(b  c)",
                "# comment\\n# escape=`\\nFROM a\\nRUN b \\\\\\n c => FROM(a) RUN(b  c)",
            })
    void lines_are_joined_as_the_builder_joins_them(String text, String expected) {
        Dockerfile file = read(text);

        assertThat(file.errors()).isEmpty();
        assertThat(String.join(" ", file.instructions().stream()
                        .map(one -> one.keyword().text() + "(" + one.rest().text() + ")")
                        .toList()))
                .isEqualTo(unescaped(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "RUN --mount=type=cache,target=/x --network=none --security=insecure apt --yes => mount=type=cache,target=/x network=none security=insecure",
                "COPY --from=b --chown=u:g --link a b => from=b chown=u:g link=",
                "RUN -- --mount=x => ",
                "RUN --mount=type=secret,id=\"a b\" c => mount=type=secret,id=\"a b\"",
                "HEALTHCHECK --interval=5s --retries=3 CMD curl --fail x => interval=5s retries=3",
            })
    void flags_stand_before_the_arguments(String text, String expected) {
        Instruction instruction = read(text).instructions().getFirst();

        assertThat(String.join(" ", instruction.flags().stream().map(flag -> flag.name() + "=" + flag.value().text()).toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "CMD [\"a\", \"b c\"] => Json",
                "CMD ['a'] => Line",
                "CMD [\"a\" => Line",
                "CMD [\"a\"] b => Line",
                "CMD [1] => Line",
                "CMD [ $x ] => Line",
                "CMD [] => Json",
                "RUN [ -f x ] => Line",
                "VOLUME [\"/a\"] => Json",
                "ENV a b => Pairs",
                "HEALTHCHECK CMD [\"a\"] => Nested",
                "HEALTHCHECK NONE => Words",
            })
    void a_list_in_json_is_told_from_everything_else(String text, String form) {
        assertThat(read(text).instructions().getFirst().arguments().getClass().getSimpleName()).isEqualTo(form);
    }

    @Test
    void places_are_exact_through_continued_lines_and_comments() {
        Dockerfile file = read("FROM a\\nENV one=1 \\\\\\n# why\\n    two=\"2 3\"\\nCMD [\"x\", \"y\"]\\n");
        Pair two = file.instructions().get(1).pairs().get(1);
        Word y = file.instructions().get(2).words().get(1);

        assertThat(file.source().position(two.name().span().start())).isEqualTo(new Position(4, 5));
        assertThat(file.source().at(two.value().orElseThrow().span())).isEqualTo("\"2 3\"");
        assertThat(file.source().at(y.span())).isEqualTo("\"y\"");
        assertThat(file.source().position(y.span().start())).isEqualTo(new Position(5, 11));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "FORM a => \"FORM\" is no instruction",
                "FROM => FROM needs an argument",
                "RUN <<EOF\\nx => the here document has no end",
                "ENV a => ENV needs a value",
                "ENV a=b c => every word is name=value",
                "SHELL sh -c => SHELL takes a list",
                "FROM a\\nCMD [1] => a list in JSON holds texts only",
                "ONBUILD FROM x => cannot be put off",
                "HEALTHCHECK curl => followed by CMD",
                "# escape=x => escape is a backslash or a backtick",
                "# escape=`\\n# escape=` => stands twice",
            })
    void what_a_builder_refuses_is_said(String text, String error) {
        assertThat(read(text).errors().getFirst().message()).contains(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "$V => 3",
                "${V}-x => 3-x",
                "${V:-4} => 3",
                "${E:-4} => 4",
                "${E-4} => ",
                "${U:-${V}} => 3",
                "${V:+yes} => yes",
                "${U:+yes} => ",
                "'$V' => $V",
                "\\\\$V => $V",
                "a\"$V\"b => a3b",
                "$U => ?",
                "${V%x} => ?",
            })
    void variables_are_replaced_as_the_builder_does(String word, String expected) {
        Dockerfile file = read("ARG V=3\\nARG E=\\nFROM a");
        Scope scope = Scope.global(file, Stages.of(file));

        assertThat(scope.expand(new Word(unescaped(word), new Span(0, 0)), '\\').orElse("?")).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void stages_know_what_they_are_built_on() {
        Stages stages = Stages.of(read("ARG X\\nFROM a AS one\\nRUN x\\nFROM One AS two\\nFROM 0\\nFROM b"));

        assertThat(stages.before()).hasSize(1);
        assertThat(stages.stages().stream().map(stage -> stages.parent(stage).map(Stage::index).orElse(-1)).toList())
                .isEqualTo(List.of(-1, 0, 0, -1));
    }

    private static Dockerfile read(String text) {
        return DockerfileReader.read(SourceText.of(unescaped(text)));
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }
}
