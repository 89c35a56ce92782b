package dev.cupel.inspect.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.diff.DiffReport.FileRow;
import dev.cupel.inspect.diff.DiffReport.MemberRow;
import dev.cupel.inspect.diff.DiffReport.PackageRow;
import dev.cupel.inspect.diff.DiffReport.Verdict;
import dev.cupel.inspect.xray.XraySample;
import dev.cupel.inventory.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDiffTest {
    @TempDir
    private Path work;

    @Test
    void two_builds_that_differ_in_times_only_are_told_as_a_rebuild() throws IOException, InterruptedException, MalformedManifest {
        DiffReport report = diff(
                image().layer("one", "echo 1 > a; mkdir -p var/log; echo monday > var/log/dpkg.log"),
                image().layer("two", "echo 1 > a; touch -d 2001-01-01 a; mkdir -p var/log; echo tuesday > var/log/dpkg.log"));

        assertThat(report.verdict()).isEqualTo(Verdict.REBUILD);
        assertThat(DiffGate.DIFFERENCE.refuses(report)).isFalse();
    }

    @Test
    void a_password_makes_a_difference_and_the_day_it_was_set_on_makes_none() throws IOException, InterruptedException, MalformedManifest {
        String shadow = "mkdir etc; echo root:x:0:0::/root:/bin/sh > etc/passwd; echo 'root:%s:::::::' > etc/shadow";

        DiffReport day = diff(image().layer("one", shadow.formatted("!:20000")), image().layer("two", shadow.formatted("!:20001")));
        DiffReport password = diff(image().layer("one", shadow.formatted("$6$salt$hashhash:20000")), image().layer("two", shadow.formatted("$6$salt$other:20000")));

        assertThat(day.verdict()).isEqualTo(Verdict.REBUILD);
        assertThat(password.verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void a_setting_that_is_not_shown_is_compared_all_the_same() throws IOException, InterruptedException, MalformedManifest {
        TestImage one = image().layer("one", "echo 1 > a");
        one.settings().putArray("Env").add("A_TOKEN=hunter2").add("EMPTY=");
        one.settings().putArray("Cmd").add("a b");
        one.settings().putObject("Healthcheck").put("Interval", 30_000_000_000L).putArray("Test").add("CMD").add("x");
        TestImage other = image().layer("one", "echo 1 > a");
        other.settings().putArray("Env").add("A_TOKEN=hunter3");
        other.settings().putArray("Cmd").add("a").add("b");
        other.settings().putObject("Healthcheck").put("Interval", 5_000_000_000L).putArray("Test").add("CMD").add("x");
        other.settings().putArray("Shell").add("/bin/bash").add("-c");
        other.settings().putArray("OnBuild").add("RUN make");

        DiffReport report = diff(one, other);

        assertThat(report.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(report.settings()).extracting(row -> row.name() + ": " + row.before() + " → " + row.after()).containsExactly(
                "command: \"a b\" → a b",
                "health check: CMD x --interval=30s → CMD x --interval=5s",
                "shell:  → /bin/bash -c",
                "on build:  → \"RUN make\"",
                "environment A_TOKEN: *** → *** (another value)",
                "environment EMPTY: \"\" → ");
    }

    @Test
    void the_same_image_is_identical() throws IOException, InterruptedException, MalformedManifest {
        TestImage one = image().layer("one", "echo 1 > a");

        assertThat(diff(one, one).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void a_path_is_told_by_what_differs_in_it() throws IOException, InterruptedException, MalformedManifest {
        DiffReport report = diff(
                image().layer("one", "echo 1 > content; echo 1 > mode; chmod 755 mode; ln -s a link; mkdir gone; echo 1 > gone/x; echo 2 > gone/y; echo 1 > same"),
                image().layer("two", "echo 2 > content; echo 1 > mode; chmod 4755 mode; ln -s b link; echo 1 > same; echo 1 > new"));

        assertThat(report.files().stream().map(ImageDiffTest::told)).containsExactly(
                "/content changed [content] []", "/gone removed [directory] []", "/link changed [link] [a → b]", "/mode changed [mode] [0755 → 4755]", "/new added [file] []");
        assertThat(report.files().get(1).files()).isEqualTo(2);
        assertThat(report.newFindings()).extracting(one -> one.kind() + " " + one.where()).contains("setuid /mode");
        assertThat(DiffGate.SETUID.refuses(report)).isTrue();
    }

    @Test
    void packages_go_up_and_down_and_a_record_that_went_alone_is_told() throws IOException, InterruptedException, MalformedManifest {
        DiffReport report = diff(
                image().layer("one", installed("up", "1.9") + installed("down", "2.0") + installed("gone", "1") + installed("hidden", "1") + "echo 1 > usr/bin/hidden; echo 1 > usr/bin/gone"),
                image().layer("two", installed("up", "1.10") + installed("down", "2.0~rc1") + installed("new", "1") + "echo 1 > usr/bin/hidden"));

        assertThat(report.packages()).extracting(PackageRow::name, row -> row.change().word()).containsExactly(
                tuple("down", "downgraded"),
                tuple("gone", "removed"),
                tuple("hidden", "forgotten"),
                tuple("new", "added"),
                tuple("up", "upgraded"));
        assertThat(DiffGate.DOWNGRADE.refuses(report)).isTrue();
    }

    @Test
    void a_release_after_its_candidate_is_no_downgrade() throws IOException, InterruptedException, MalformedManifest {
        String module = "mkdir -p node_modules/m; echo '{\"name\":\"m\",\"version\":\"%s\"}' > node_modules/m/package.json";

        DiffReport report = diff(image().layer("one", module.formatted("1.0.0-rc.1")), image().layer("two", module.formatted("1.0.0")));

        assertThat(report.packages()).extracting(PackageRow::name, row -> row.change().word()).containsExactly(tuple("m", "upgraded"));
    }

    @Test
    void of_an_archive_the_entries_that_differ_are_named() throws IOException, InterruptedException, MalformedManifest {
        String zip = "python3 -c 'import zipfile,sys; z=zipfile.ZipFile(\"app.jar\",\"w\"); [z.writestr(*p.split(\"=\")) for p in sys.argv[1:]]' ";

        DiffReport report = diff(image().layer("one", zip + "a=1 b=2 c=3"), image().layer("two", zip + "a=1 b=4 d=5"));

        assertThat(report.files().getFirst().members()).extracting(MemberRow::name, row -> row.kind().word()).containsExactly(
                tuple("b", "changed"),
                tuple("c", "removed"),
                tuple("d", "added"));
    }

    @Test
    void archives_in_archives_and_tars_are_looked_into() throws IOException, InterruptedException, MalformedManifest {
        String nested = "python3 -c 'import io,zipfile,sys; b=io.BytesIO(); i=zipfile.ZipFile(b,\"w\"); i.writestr(\"x\",sys.argv[1]); i.writestr(\"y\",\"1\"); i.close(); z=zipfile.ZipFile(\"app.war\",\"w\"); z.writestr(\"lib/in.jar\",b.getvalue())' ";
        String tar = "; mkdir t; echo %d > t/a; echo 1 > t/b; tar -C t -czf app.tgz a b; rm -r t; echo no archive %d > c.zip";

        DiffReport report = diff(image().layer("one", nested + "1" + tar.formatted(1, 1)), image().layer("two", nested + "two" + tar.formatted(2, 2)));

        assertThat(report.files()).extracting(FileRow::path, row -> row.members().stream().map(MemberRow::name).toList()).containsExactly(
                tuple("/app.tgz", List.of("a")),
                tuple("/app.war", List.of("lib/in.jar!/x")),
                tuple("/c.zip", List.of()));
    }

    @Test
    void of_a_program_the_sections_libraries_and_build_ids_that_differ_are_told() throws IOException, InterruptedException, MalformedManifest {
        String program = "echo 'int number = 1; int f(void) { return %s; }' > s.c; cc -shared -fPIC -nostdlib -o lib.so s.c -Wl,--build-id=0x%s; rm s.c";

        DiffReport code = diff(image().layer("one", program.formatted("1", "0011")), image().layer("two", program.formatted("2", "0011")));
        DiffReport name = diff(image().layer("one", program.formatted("1", "0011")), image().layer("two", program.formatted("1", "0022")));

        assertThat(code.files().getFirst().elf()).containsExactly("sections that differ: .text");
        assertThat(name.files().getFirst().elf()).containsExactly(
                "sections that differ: .note.gnu.build-id",
                "only what names the build differs, by what its section table says: no code and no data",
                "build id 0011 → 0022");
    }

    @Test
    void the_page_asks_the_network_for_nothing_and_no_name_ends_its_data() throws IOException, InterruptedException, MalformedManifest {
        DiffReport report = diff(image().layer("one", "echo 1 > a"), image().layer("two", "echo 1 > '<!--<script><b>'"));

        String page = DiffPage.render(PlatformsDiff.of(report), new DiffJson(Map.of()));

        assertThat(page).contains("default-src 'none'", "\\u003cscript>").doesNotContain("http://", "https://", "<!--<script", "/*DATA*/", "/*STYLE*/", "/*SCRIPT*/");
    }

    @Test
    void settings_are_compared_one_by_one_and_lowest_layers_are_shared() throws IOException, InterruptedException, MalformedManifest {
        TestImage one = image().layer("base", "echo 1 > a").layer("app", "echo 2 > b");
        one.settings().put("User", "app").putArray("Env").add("A=1").add("B=2");
        TestImage other = image().layer("base", "echo 1 > a").layer("app", "echo 3 > b");
        other.settings().putArray("Env").add("A=1").add("B=3");

        DiffReport report = diff(one, other);

        assertThat(report.settings()).extracting(row -> row.name() + ": " + row.before() + " → " + row.after()).containsExactly("user: app → ", "environment B: 2 → 3");
        assertThat(report.layers().sharedLowest()).isEqualTo(1);
    }

    @Test
    void a_text_file_is_compared_line_by_line() throws IOException, InterruptedException, MalformedManifest {
        OpenedImage one = opened(image().layer("one", "mkdir etc; printf 'a\\nb\\nc\\n' > etc/x"));
        OpenedImage other = opened(image().layer("two", "mkdir etc; printf 'a\\nB\\nc\\n' > etc/x"));

        assertThat(new ContentDiff(one.root(), other.root()).lines(ImagePath.of("/etc/x")))
                .isEqualTo(List.of("--- a/etc/x", "+++ b/etc/x", "@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"));
    }

    @Test
    void paths_of_two_thousand_levels_are_compared() throws Exception {
        String deep = "python3 -c 'import tarfile, sys; t = tarfile.open(fileobj=sys.stdout.buffer, mode=\"w|\"); i = tarfile.TarInfo(\"a/\" * 2000 + \"x\"); i.size = %d; t.addfile(i, open(\"/dev/zero\", \"rb\")); t.close()'; exit 0";
        TestImage one = image().layer("one", deep.formatted(1));
        TestImage other = image().layer("two", deep.formatted(2));
        List<FileRow> rows = new ArrayList<>();

        Thread main = new Thread(null, () -> rows.addAll(differences(one, other)), "as large as a main thread's", 1 << 20);
        main.start();
        main.join();

        assertThat(rows).extracting(FileRow::what).containsExactly(List.of("content"));
    }

    private static List<FileRow> differences(TestImage one, TestImage other) {
        try {
            return diff(one, other).files();
        } catch (IOException | MalformedManifest e) {
            throw new IllegalStateException(e);
        }
    }

    private TestImage image() throws IOException {
        return new TestImage(Files.createTempDirectory(work, "image"));
    }

    private static String installed(String name, String version) {
        return """
                mkdir -p var/lib/dpkg/info usr/bin
                printf 'Package: NAME\\nStatus: install ok installed\\nVersion: VERSION\\nArchitecture: amd64\\n\\n' >> var/lib/dpkg/status
                echo /usr/bin/NAME > var/lib/dpkg/info/NAME.list
                echo NAME > usr/bin/NAME
                """.replace("NAME", name).replace("VERSION", version);
    }

    private static String told(FileRow row) {
        return row.path() + " " + row.kind().word() + " " + row.what() + " " + row.details();
    }

    private static DiffReport diff(TestImage a, TestImage b) throws IOException, MalformedManifest {
        return new ImageDiff(side(a), side(b)).report();
    }

    private static Side side(TestImage made) throws IOException, MalformedManifest {
        OpenedImage opened = opened(made);
        return new Side(opened, Catalogue.of(opened), XraySample.report(made, true));
    }

    private static OpenedImage opened(TestImage made) throws IOException, MalformedManifest {
        return OpenedImage.of(made.image(), made.store());
    }
}
