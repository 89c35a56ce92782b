package dev.cupel.slim.analysis.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.language.SampleImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonAnalyzerTest {
    private static final String LIBRARY = "/usr/lib/python3.11";
    private static final String SITE = "/usr/local/lib/python3.11/dist-packages";

    @TempDir
    Path work;

    @Test
    void a_lazy_import_brings_the_whole_distribution_but_not_its_tests_and_headers() throws Exception {
        SampleImage image = debian().file("/app/app.py", "def f():\n    from png.codec import read\n");
        distribution(image, "png", "", "png/__init__.py", "png/codec.py", "png/data.json", "png/tests/test_a.py", "png/png.h", "png.libs/libz.so");
        distribution(image, "unused", "", "unused.py");

        List<String> kept = kept(image, Mode.SAFE, "/app/app.py");

        assertThat(kept)
                .contains(SITE + "/png/__init__.py", SITE + "/png/codec.py", SITE + "/png/data.json", SITE + "/png.libs/libz.so")
                .contains(SITE + "/png-1.dist-info/RECORD", SITE + "/png-1.dist-info/METADATA")
                .noneMatch(path -> path.contains("tests") || path.endsWith(".h") || path.contains("unused"));
    }

    @Test
    void in_lean_mode_only_the_imported_modules_stay() throws Exception {
        SampleImage image = debian().file("/app/app.py", "import png.codec\n");
        distribution(image, "png", "import png.other", "png/__init__.py", "png/codec.py", "png/other.py", "png/more.py");

        List<String> kept = kept(image, Mode.LEAN, "/app/app.py");

        assertThat(kept).containsExactly("/app/app.py", SITE + "/png/__init__.py", SITE + "/png/codec.py", SITE + "/png/other.py");
    }

    @Test
    void descriptions_alone_keep_no_distribution() throws Exception {
        SampleImage image = debian();
        distribution(image, "png", "", "png/__init__.py");

        List<String> kept = kept(image, Mode.SAFE, SITE + "/png-1.dist-info/METADATA", SITE + "/png-1.dist-info/entry_points.txt");

        assertThat(kept).containsExactly(SITE + "/png-1.dist-info/METADATA");
    }

    @Test
    void settings_and_functions_that_import_by_name_keep_what_they_name() throws Exception {
        SampleImage image = debian().file("/app/settings.py", "APPS = ['blog', 'a.b.Middleware', 'word']\nimport_string('c')\n");
        distribution(image, "django-blog", "", "blog/__init__.py");
        distribution(image, "a", "", "a/__init__.py", "a/b.py");
        distribution(image, "c", "", "c.py");

        List<String> kept = kept(image, Mode.SAFE, "/app/settings.py");

        assertThat(kept).contains(SITE + "/blog/__init__.py", SITE + "/a/b.py", SITE + "/c.py");
    }

    @Test
    void plugins_of_a_used_distribution_stay() throws Exception {
        SampleImage image = debian().file("/app/app.py", "import flask\n");
        distribution(image, "flask", "", "flask/__init__.py");
        distribution(image, "migrate", "", "migrate/__init__.py", "migrate/cli.py");
        image.file(SITE + "/migrate-1.dist-info/entry_points.txt", "[flask.commands]\ndb = migrate.cli:db\n");
        distribution(image, "tool", "", "tool/__init__.py");
        image.file(SITE + "/tool-1.dist-info/entry_points.txt", "[console_scripts]\nflask = tool:main\n");

        List<String> kept = kept(image, Mode.SAFE, "/app/app.py");

        assertThat(kept).contains(SITE + "/migrate/cli.py").doesNotContain(SITE + "/tool/__init__.py");
    }

    @Test
    void an_interpreter_keeps_its_library_without_tests_and_tk_unless_something_imports_them() throws Exception {
        SampleImage image = debian()
                .files(LIBRARY + "/test/test_os.py", LIBRARY + "/tkinter/__init__.py", LIBRARY + "/lib-dynload/_tkinter.cpython-311.so")
                .files(LIBRARY + "/json/__init__.py", LIBRARY + "/json/__pycache__/__init__.cpython-311.pyc", LIBRARY + "/curses/ascii.py")
                .file(LIBRARY + "/curses/__init__.py", "from _curses import *")
                .files(LIBRARY + "/lib-dynload/_curses.cpython-311-x86_64-linux-gnu.so", LIBRARY + "/lib-dynload/_json.cpython-311.so")
                .file("/app/app.py", "import curses");

        assertThat(kept(image, Mode.SAFE, "/usr/bin/python3.11"))
                .contains(LIBRARY + "/json/__init__.py", LIBRARY + "/json/__pycache__/__init__.cpython-311.pyc", LIBRARY + "/lib-dynload/_json.cpython-311.so")
                .noneMatch(path -> path.contains("test") || path.contains("tkinter") || path.contains("curses"));
        assertThat(kept(image, Mode.SAFE, "/app/app.py"))
                .contains(LIBRARY + "/curses/ascii.py", LIBRARY + "/lib-dynload/_curses.cpython-311-x86_64-linux-gnu.so");
    }

    @Test
    void a_virtual_environment_leads_to_its_interpreter() throws Exception {
        String site = "/venv/lib/python3.11/site-packages";
        SampleImage image = debian()
                .file("/venv/pyvenv.cfg", "home = /usr/bin\n")
                .link("/venv/bin/python", "/usr/bin/python3.11")
                .program("/venv/bin/serve", "#!/venv/bin/python\nfrom web import main\n")
                .files(site + "/web/__init__.py", site + "/web/page.html", site + "/other.py");

        List<String> kept = kept(image, Mode.SAFE, "/venv/bin/serve");

        assertThat(kept)
                .contains("/venv/pyvenv.cfg", "/venv/bin/python", "/usr/bin/python3.11", LIBRARY + "/os.py", site + "/web/page.html")
                .doesNotContain(site + "/other.py");
    }

    @Test
    void namespace_packages_are_searched_in_every_root() throws Exception {
        SampleImage image = debian().environment("PYTHONPATH=/opt/lib").file("/app/app.py", "from google.cloud import storage\n");
        image.files("/opt/lib/google/auth/__init__.py");
        distribution(image, "storage", "", "google/cloud/storage/__init__.py", "google/cloud/storage/x.py");
        distribution(image, "pubsub", "", "google/cloud/pubsub/__init__.py");

        List<String> kept = kept(image, Mode.SAFE, "/app/app.py");

        assertThat(kept).contains(SITE + "/google/cloud/storage/x.py").noneMatch(path -> path.contains("pubsub") || path.contains("auth"));
    }

    @Test
    void tools_for_developers_stay_out_unless_the_application_wants_them() throws Exception {
        SampleImage image = debian().file("/app/app.py", "import lib").file("/app/build.py", "def f():\n import setuptools");
        distribution(image, "lib", "def f():\n    import setuptools, pytest", "lib/__init__.py");
        distribution(image, "setuptools", "", "setuptools/__init__.py");

        assertThat(kept(image, Mode.SAFE, "/app/app.py")).noneMatch(path -> path.contains("setuptools"));
        assertThat(kept(image, Mode.SAFE, "/app/build.py")).contains(SITE + "/setuptools/__init__.py");
    }

    @Test
    void the_start_command_names_modules() throws Exception {
        SampleImage image = debian().command("sh", "-c", "exec python3 -m gunicorn -k uvicorn.workers:W app:app");
        distribution(image, "gunicorn", "", "gunicorn/__init__.py");
        distribution(image, "uvicorn", "", "uvicorn/__init__.py", "uvicorn/workers.py");
        distribution(image, "python", "", "python3.py");

        assertThat(kept(image, Mode.SAFE)).contains(SITE + "/gunicorn/__init__.py", SITE + "/uvicorn/workers.py").doesNotContain(SITE + "/python3.py");
    }

    @Test
    void source_and_byte_code_stay_together() throws Exception {
        SampleImage image = debian().files("/app/a.py", "/app/__pycache__/a.cpython-311.pyc", "/app/__pycache__/a.cpython-311.opt-1.pyc", "/app/__pycache__/ab.cpython-311.pyc");

        assertThat(kept(image, Mode.LEAN, "/app/a.py")).containsExactly("/app/__pycache__/a.cpython-311.pyc", "/app/a.py");
        assertThat(kept(image, Mode.LEAN, "/app/__pycache__/a.cpython-311.pyc")).hasSize(2);
    }

    private List<String> kept(SampleImage image, Mode mode, String... seeds) throws Exception {
        return image.kept(work, mode, List.of(new PythonAnalyzer()), seeds);
    }

    private static SampleImage debian() {
        return new SampleImage()
                .environment("PATH=/usr/local/bin:/usr/bin")
                .program("/usr/bin/python3.11", "")
                .files(LIBRARY + "/os.py", LIBRARY + "/site.py")
                .directory(SITE);
    }

    /// A distribution as pip leaves it; the first file has this text.
    private static void distribution(SampleImage image, String name, String text, String... files) {
        StringBuilder record = new StringBuilder("%s-1.dist-info/METADATA,,%n%s-1.dist-info/RECORD,,%n".formatted(name, name));
        for (String file : files) {
            image.file(SITE + "/" + file, file.equals(files[0]) ? text : "");
            record.append(file).append(",,\n");
        }
        image.file(SITE + "/" + name + "-1.dist-info/METADATA", "Name: " + name + "\nVersion: 1\n");
        image.file(SITE + "/" + name + "-1.dist-info/RECORD", record.toString());
    }
}
