package dev.cupel.inventory.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.inventory.source.ChildProgram;
import dev.cupel.inventory.source.SourceLimits;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonSourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "import a => a",
                "import a.b.c as d, e => a.b.c e",
                "from a import b => a:b",
                "from a.b import (c as x,§  d, # e§  f,) => a.b:c,d,f",
                "from . import a => 1.:a",
                "from ..a.b import * => 2.a.b:*",
                "def f():§    import a§    from b import c => a b:c",
                "try: import a§except ImportError: import b => a b",
                "import a; import b => a b",
                "if x:§ import \\§   a => a",
                "x = {'import': 1}; y = \"import a\" => ~~",
                "# import a§'''§import b§'''§import c => c",
                "x = '''it's§import a§'''§import b => b",
                "x = r'\\'§import a => a",
                "x = r'\\\\'§import a => a",
                "x = ''§import a => a",
                "f'{x['a']} import'§import b => b",
                "f'{{import a'§import b => b",
                "yield from a§raise X from b§import c => c",
                "importlib.import_module('a.b') => a.b",
                "m = __import__(\"a\") => a",
                "import_optional_dependency('openpyxl') => openpyxl",
                "resources.files('a.data') => a.data",
                "import_module(name) => ~~",
                "importlib.import_module('.x', __package__) => ~~",
                "unterminated = 'abc§import a => a",
                "import é => é",
            })
    void modules_are_found_wherever_the_text_asks_for_them(String text, String expected) {
        List<PythonImport> imports = PythonSource.read(text.replace('§', '\n')).imports();

        assertThat(imports.stream().map(PythonSourceTest::shown).collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    @Test
    void imports_in_functions_and_branches_are_told_from_those_that_always_run() {
        String text =
                """
                import a
                class C:
                    import b
                    def f(self, x=(
                1)): pass
                import c
                if True:
                    x = 1; import d
                import e
                """;

        List<PythonImport> imports = PythonSource.read(text).imports();

        assertThat(imports.stream().filter(PythonImport::nested).map(PythonImport::module)).containsExactly("b", "d");
    }

    @Test
    void dotted_names_in_literals_are_remembered_because_settings_name_modules_so() {
        String text = "INSTALLED_APPS = ['django.contrib.admin', \"blog\"]; W = 'a.b:app'; x = 'not a name', 'a..b', '.a', f'{a}.b'";

        assertThat(PythonSource.read(text).literals()).containsExactly("a.b:app", "blog", "django.contrib.admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "subprocess.run(['git', 'log', x]) => git",
                "subprocess.run('date') => date",
                "subprocess.run('date | tr a b', shell=True) => $ date | tr a b",
                "subprocess.Popen(['sh', '-c', 'gzip -d x']) => $ sh; gzip -d x",
                "os.system(\"convert a b\") => $ convert a b",
                "os.execvp('nginx', args) => nginx",
                "shutil.which('ffmpeg') => ffmpeg",
                "await asyncio.create_subprocess_exec('ls', '-l') => ls",
                "cmd = ['pdftoppm', '-r']§subprocess.check_output(cmd, stdin=x) => pdftoppm",
                "cmd = ['pdftoppm', '-r']§print(cmd) => ~~",
                "app.run('main'); self.system('x'); os.path.join('a'); run('git') => ~~",
                "subprocess.run([sys.executable, 'x']) => ~~",
            })
    void programs_started_with_a_literal_are_found(String text, String expected) {
        List<ChildProgram> programs = PythonSource.read(text.replace('§', '\n')).programs();

        assertThat(programs.stream().map(PythonSourceTest::shown).collect(Collectors.joining(" "))).isEqualTo(expected);
    }

    @Test
    void what_stands_behind_the_limit_is_not_looked_at() {
        assertThat(PythonSource.read("import a\nimport b", new SourceLimits(9, 10)).imports()).hasSize(1);
        assertThat(PythonSource.read("import a\nimport b", new SourceLimits(99, 1)).imports()).hasSize(1);
    }

    @FuzzTest
    void any_text_is_read_to_its_end(FuzzedDataProvider input) {
        PythonSource source = PythonSource.read(input.consumeRemainingAsString());

        assertThat(source.imports()).noneMatch(one -> one.level() == 0 && one.module().isEmpty());
    }

    private static String shown(PythonImport one) {
        String level = one.level() == 0 ? "" : one.level() + ".";
        return level + one.module() + (one.names().isEmpty() ? "" : ":" + String.join(",", one.names()));
    }

    private static String shown(ChildProgram program) {
        return switch (program) {
            case ChildProgram.Named(String name) -> name;
            case ChildProgram.ShellLine(String line) -> "$ " + line;
        };
    }
}
