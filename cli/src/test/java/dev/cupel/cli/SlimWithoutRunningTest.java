package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole command on a real Alpine root, by static analysis alone.
@Needs(Provision.SHARED_DATA)
class SlimWithoutRunningTest {
    private static final Path ALPINE = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");

    @TempDir
    private Path folder;

    @Test
    void what_the_user_keeps_stays_with_all_that_it_needs() throws IOException {
        SlimReport report = slim("one", "--keep", "exe:ssl_client");

        List<String> kept = report.kept().stream().map(SlimReport.KeptRow::path).toList();
        assertThat(kept).contains("/usr/bin/ssl_client", "/lib/ld-musl-x86_64.so.1", "/usr/lib/libssl.so.3").doesNotContain("/sbin/apk");
        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void the_timeline_of_the_report_has_all_the_work_to_its_end() throws IOException {
        assertThat(slim("one", "--keep", "shell").timeline())
                .extracting(SlimReport.Step::name)
                .endsWith("working out what is needed", "writing the slim image", "listing what is left", "publishing");
    }

    @Test
    void two_runs_give_the_same_digest() throws IOException {
        SlimReport one = slim("one", "--keep", "shell");
        SlimReport other = slim("other", "--keep", "shell");

        assertThat(one.result().orElseThrow().digest()).isEqualTo(other.result().orElseThrow().digest());
    }

    @Test
    void whoever_looks_at_the_slim_image_later_is_told_the_same_of_its_packages_as_its_own_bill_tells() throws IOException {
        slim("one", "--keep", "exe:ssl_client");

        Invocation later = Invocation.of("sbom", "oci:" + folder.resolve("one-image"), "-o", folder.resolve("later.json").toString());

        assertThat(later.exitCode()).as(later.err()).isEqualTo(ExitCode.DONE);
        assertThat(filesOfPackages(folder.resolve("later.json")))
                .isEqualTo(filesOfPackages(folder.resolve("one").resolve("sbom.cdx.json")))
                .anySatisfy((_, files) -> assertThat(files).matches("(?!(\\d+) of \\1$)\\d+ of \\d+"));
    }

    /// `2 of 300` by package URL.
    private static Map<String, String> filesOfPackages(Path bill) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (JsonNode component : JsonMapper.shared().readTree(Files.readAllBytes(bill)).path("components")) {
            if (component.path("purl").asString("").startsWith("pkg:apk")) {
                Map<String, String> properties = new TreeMap<>();
                component.path("properties").forEach(one -> properties.put(one.path("name").asString(""), one.path("value").asString("")));
                files.put(component.path("purl").asString(""), properties.getOrDefault("cupel:files:kept", "") + " of " + properties.getOrDefault("cupel:files:total", ""));
            }
        }
        return files;
    }

    @Test
    void an_option_that_matches_nothing_is_a_mistake() {
        Invocation refused = Invocation.of(arguments("one", "--keep", "pkg:nonsense"));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--keep pkg:nonsense");
    }

    private SlimReport slim(String name, String... more) throws IOException {
        Invocation done = Invocation.of(arguments(name, more));
        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        assertThat(done.out().strip().lines()).hasSize(1);
        return new ReportJson().read(folder.resolve(name).resolve("report.json"));
    }

    private String[] arguments(String name, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "slim", "dir:" + ALPINE, "--no-run", "--to", "oci:" + folder.resolve(name + "-image"), "--report", folder.resolve(name).toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
