package dev.cupel.inventory.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.inventory.source.ChildProgram;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptSourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "const a = require('a') => a",
                "import a, { b } from \"./a.mjs\"; import 'c' => ./a.mjs c",
                "export * from './a' => ./a",
                "await import(`a/b`) => a/b",
                "function f() { if (x) return require(\"@s/p/sub\") } => @s/p/sub",
                "require.resolve('a'); import.meta.resolve('b'); require.resolve(x) => a b",
                "// require('a')§/* require('b') */ require('c') => c",
                "x = 'require(\"a\")' + `require('b')`; require('c') => c",
                "x = /require('a')\\//g; y = a / b / require('c') => c",
                "x = a / 2; y = '/'; require('c') => c",
                "x = [/[/']/]; require('c') => c",
                "if (x) /'/.test(y); require('c') => c",
                "`${require('a')} ${`${x}`} }`; require('b') => a b",
                "`a ${ {b: 'require(1)'} } c`; require('d') => d",
                "#!/usr/bin/env node§require('a') => a",
                "const from = 'x'; a.from('y') => ~~",
                "x = 'it\\'s'; require('a') => a",
                "'unterminated§require('a') => a",
            })
    void modules_are_found_wherever_the_text_asks_for_them(String text, String expected) {
        assertThat(String.join(" ", ScriptSource.read(text.replace('§', '\n')).modules())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "require('./locale/' + name) => ./locale/",
                "import(`./commands/${name}.js`) => ./commands/",
                "require(`lib/x/${a}`) => lib/x/",
            })
    void the_known_beginning_of_a_computed_name_is_a_folder(String text, String folder) {
        assertThat(ScriptSource.read(text).folders()).containsExactly(folder);
    }

    @Test
    void files_beside_the_text_are_found() {
        String text =
                """
                new Worker('./worker.js'); fork("./child.js");
                new URL('./data.json', import.meta.url);
                path.join(__dirname, 'views', "index.ejs"); x = __dirname + '/public'; path.resolve(__dirname)
                """;

        assertThat(ScriptSource.read(text).files())
                .containsExactly("./child.js", "./data.json", "./public", "./views/index.ejs", "./worker.js");
    }

    @Test
    void names_of_packages_in_literals_are_remembered_because_configuration_lists_plugins_so() {
        String text = "module.exports = { transport: { target: 'pino-pretty' }, presets: ['@babel/env'], x: 'two words', y: '/a' }";

        assertThat(ScriptSource.read(text).names()).containsExactly("@babel/env", "pino-pretty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "spawn('convert', ['a']) => convert",
                "cp.execFile(\"git\", ['log']) => git",
                "execSync('date +%s | tr a b') => $ date +%s | tr a b",
                "require('child_process').exec('ls -l') => $ ls -l",
                "child_process.exec('ls') => $ ls",
                "spawn('sh', ['-c', 'echo x | gzip']) => $ sh; echo x | gzip",
                "/x/.exec('ls'); db.exec('select'); re.exec('a') => ~~",
                "spawn(process.execPath, ['x']); exec(cmd) => ~~",
            })
    void programs_started_with_a_literal_are_found(String text, String expected) {
        String found = ScriptSource.read(text).programs().stream().map(ScriptSourceTest::shown).collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(expected);
    }

    @FuzzTest
    void any_text_is_read_to_its_end(FuzzedDataProvider input) {
        ScriptSource source = ScriptSource.read(input.consumeRemainingAsString());

        assertThat(source.folders()).allMatch(folder -> folder.endsWith("/"));
    }

    private static String shown(ChildProgram program) {
        return switch (program) {
            case ChildProgram.Named(String name) -> name;
            case ChildProgram.ShellLine(String line) -> "$ " + line;
        };
    }
}
