package dev.cupel.inspect.xray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.history.Certainty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XrayTest {
    @TempDir
    private Path work;

    @Test
    void a_layer_is_told_with_its_instruction_and_what_it_does() throws IOException, InterruptedException, MalformedManifest {
        XrayReport report = XraySample.report(hostile(), true);

        assertThat(report.layers().get(1)).satisfies(layer -> {
            assertThat(layer.instruction()).isEqualTo("COPY file:53d77da651d9 /");
            assertThat(layer.certainty()).isEqualTo(Certainty.SOURCE_LOST);
            assertThat(layer.bytes()).isEqualTo(300);
            assertThat(layer.added()).isEqualTo(1);
            assertThat(layer.removed()).isEqualTo(1);
        });
        assertThat(report.layers().getFirst().hiddenBytes()).isEqualTo(1000);
        assertThat(report.totals().visibleBytes()).isEqualTo(300);
        assertThat(report.contents().orElseThrow().findings()).extracting(XrayReport.FindingRow::kind).contains("no-package-database");
    }

    /// Seen on the first of January 2026.
    @ParameterizedTest
    @CsvSource({
        "ubuntu, 20.04, end-of-life, 'ubuntu 20.04 gets no security updates since 2025-05-29, 217 days ago; those who pay for an extension get them until 2032-04-27'",
        "centos, 7, end-of-life, 'centos 7 gets no security updates since 2024-06-30, 550 days ago'",
        "alpine, 3.20.3, near-end-of-life, 'the security updates of alpine 3.20.3 end on 2026-04-01, in 90 days'",
        "unheard, 1, unknown-end-of-life, nothing is known of how long unheard 1 gets security updates",
        "debian, 12, ,", "wolfi, 20230201, ,"
    })
    void the_days_that_a_distribution_has_left_are_told(String id, String version, String kind, String what) throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", "mkdir etc; printf 'ID=%s\\nVERSION_ID=%s\\n' > etc/os-release".formatted(id, version));

        List<XrayReport.FindingRow> found = XraySample.report(made, true).contents().orElseThrow().findings();

        assertThat(found.stream().filter(one -> one.kind().endsWith("end-of-life")).map(one -> one.kind() + ": " + one.what()))
                .isEqualTo(kind == null ? List.of() : List.of(kind + ": " + what));
    }

    @Test
    void secrets_are_masked_wherever_the_configuration_has_them() throws IOException, InterruptedException, MalformedManifest {
        String json = new XrayJson().text(XraySample.report(hostile(), true));

        assertThat(json).contains("DB_PASSWORD=***", "GREETING=hello").doesNotContain("hunter2");
    }

    @Test
    void the_page_asks_the_network_for_nothing_and_no_name_ends_its_data() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = hostile();
        OpenedImage opened = OpenedImage.of(made.image(), made.store());

        String page = XrayPage.render(XraySample.report(made, true), XrayTree.of(XraySample.story(opened)));

        assertThat(page).contains("default-src 'none'", "\\u003c/script>").doesNotContain("http://", "https://", "</script><b>", "/*DATA*/", "/*STYLE*/", "/*SCRIPT*/");
    }

    @Test
    void the_map_holds_every_byte_that_a_container_sees() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", "mkdir -p a/b; seq 10000 > a/b/x; echo 1 > a/y; ln a/y z");

        XrayTree tree = XrayTree.of(XraySample.story(OpenedImage.of(made.image(), made.store())));

        assertThat(tree.bytes()).isEqualTo(48894 + 2);
        assertThat(tree.children()).extracting(XrayTree::name).contains("a");
    }

    @Test
    void a_path_of_two_thousand_levels_is_a_path() throws Exception {
        // Written without the tree itself: a file system is slow at it.
        String deep = "python3 -c 'import tarfile, sys; t = tarfile.open(fileobj=sys.stdout.buffer, mode=\"w|\"); i = tarfile.TarInfo(\"a/\" * 2000 + \"x\"); i.size = 2; t.addfile(i, open(\"/dev/zero\", \"rb\")); t.close()'; exit 0";
        TestImage made = new TestImage(work).layer("one", deep).layer("two", deep).layer("three", "touch .wh.a").layer("four", deep);
        AtomicReference<String> page = new AtomicReference<>("");

        Thread main = new Thread(null, () -> page.set(render(made)), "as large as a main thread's", 1 << 20);
        main.start();
        main.join();

        assertThat(page.get()).contains("\"bytes\":2");
    }

    private static String render(TestImage made) {
        try {
            OpenedImage opened = OpenedImage.of(made.image(), made.store());
            return XrayPage.render(XraySample.report(made, true), XrayTree.of(XraySample.story(opened)));
        } catch (IOException | MalformedManifest e) {
            throw new IllegalStateException(e);
        }
    }

    private TestImage hostile() throws IOException, InterruptedException {
        TestImage made = new TestImage(work)
                .layer("/bin/sh -c #(nop) ADD file:ab8940a9b8a6 in / ", "head -c 1000 /dev/zero > gone")
                .step("ENV DB_PASSWORD=hunter2 GREETING=hello")
                .step("ENV DB_PASS=a hunter2 LAST=1")
                .layer("/bin/sh -c #(nop) COPY file:53d77da651d97a64 in / ", "touch .wh.gone; head -c 300 /dev/zero > '<!--<script><b>'")
                .step("RUN |2 API_TOKEN=hunter2 DB_PASS=a hunter2 /bin/sh -c echo '</script><b>' # buildkit");
        made.settings().putArray("Env").add("DB_PASSWORD=hunter2 and more").add("GREETING=hello").add("DB_PASS=hunter2").add("DB=postgres://me:hunter2@db");
        made.settings().putArray("Cmd").add("run").add("--password=hunter2");
        return made;
    }
}
