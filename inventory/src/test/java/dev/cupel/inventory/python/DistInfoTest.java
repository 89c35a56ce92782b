package dev.cupel.inventory.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;

class DistInfoTest {
    @Test
    void metadata_names_the_distribution_and_what_it_requires_but_its_description_does_not_count() {
        String metadata =
                """
                Metadata-Version: 2.1
                Name: Flask_SQLAlchemy
                Version: 3.1
                Requires-Dist: flask>=2.2.5
                Requires-Dist: Typing.Extensions; python_version < "3.9"
                Requires-Dist: sqlalchemy[asyncio] >= 2; extra == "x"

                Requires-Dist: nothing
                """;

        DistInfo info = DistInfo.read(metadata);

        assertThat(info).isEqualTo(new DistInfo("Flask_SQLAlchemy", "3.1", java.util.List.of(), java.util.List.of("flask", "typing-extensions", "sqlalchemy")));
        assertThat(DistInfo.normalName(info.name())).isEqualTo("flask-sqlalchemy");
    }

    @Test
    void entry_points_are_read_with_their_groups() {
        String text =
                """
                # plugins
                [console_scripts]
                flask = flask.cli:main
                broken line
                [flask.commands]
                db=flask_migrate.cli:db [extra]
                """;

        assertThat(EntryPoint.readAll(text))
                .containsExactly(
                        new EntryPoint("console_scripts", "flask", "flask.cli"),
                        new EntryPoint("flask.commands", "db", "flask_migrate.cli"));
    }

    @Test
    void a_record_gives_paths_quoted_ones_too() {
        String text = "flask/__init__.py,sha256=x,12\n../../../bin/flask,,\n\"a,\"\"b\"\".py\",sha256=y,1\n\n";

        assertThat(RecordFile.paths(text)).containsExactly("flask/__init__.py", "../../../bin/flask", "a,\"b\".py");
    }

    @Test
    void a_path_file_holds_folders_and_statements() {
        PathFile file = PathFile.read("# note\n/opt/lib\n\nimport os; os.x\n../src\n");

        assertThat(file.folders()).containsExactly("/opt/lib", "../src");
        assertThat(file.statements()).containsExactly("import os; os.x");
    }

    @Test
    void a_virtual_environment_tells_its_home() {
        assertThat(VirtualEnvironment.read("home = /usr/local/bin\ninclude-system-site-packages = True\nversion = 3.12.1\n"))
                .isEqualTo(new VirtualEnvironment("/usr/local/bin", true));
    }

    @FuzzTest
    void any_text_is_read(FuzzedDataProvider input) {
        String text = input.consumeRemainingAsString();

        DistInfo.read(text);
        EntryPoint.readAll(text);
        RecordFile.paths(text);
        PathFile.read(text);
        assertThat(VirtualEnvironment.read(text).home()).doesNotContain("\n");
    }
}
