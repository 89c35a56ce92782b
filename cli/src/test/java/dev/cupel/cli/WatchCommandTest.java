package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    private static final String OLD = WatchedMachine.record("CVE-2024-1", "");

    @TempDir
    private Path folder;

    private WatchedMachine machine;
    private String name;

    @BeforeEach
    void an_image_with_a_known_finding_is_watched() throws IOException {
        machine = new WatchedMachine(folder);
        name = "dir:" + machine.root();
        machine.image("1.36.1-r29");
        machine.advisories(OLD);
        assertThat(machine.call("watch", "add", name, "--label", "team=shop").out()).isEqualTo(name + "\n");
    }

    @Test
    void what_was_known_is_not_told_and_a_database_is_asked_once() {
        Invocation first = machine.call("watch");
        Invocation second = machine.call("watch");
        Invocation forced = machine.call("watch", "--force");

        assertThat(first.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).endsWith("Nothing changed in 1 images.\n");
        assertThat(second.out()).contains("Nothing to do: the database of ");
        assertThat(forced.out()).endsWith("Nothing changed in 1 images.\n");
    }

    @Test
    void a_new_advisory_is_told_once_without_the_image_being_there() throws IOException {
        Files.delete(machine.root().resolve("lib/apk/db/installed"));
        machine.advisories(OLD, WatchedMachine.record("CVE-2024-2", "1.36.1-r30"));

        Invocation told = machine.call("watch");
        Invocation again = machine.call("watch", "--force");

        assertThat(told.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(told.out()).endsWith("1 new in 1 of 1 images\n\n" + name + "\n  new    critical  CVE-2024-2  busybox 1.36.1-r29: fixed in 1.36.1-r30\n");
        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(machine.call("watch", "ls").out()).contains(name).containsPattern(" 1 +2 +1 ");
    }

    @Test
    void a_fix_that_can_be_had_and_an_advisory_that_went_are_told_and_fail_only_if_asked() throws IOException {
        machine.advisories(WatchedMachine.record("CVE-2024-1", "1.36.1-r30"));

        assertThat(machine.call("watch", "--fail-on", "any")).satisfies(told -> {
            assertThat(told.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(told.out()).contains("fixed  critical  CVE-2024-1", "fixed in 1.36.1-r30");
        });

        machine.advisories(WatchedMachine.record("CVE-2024-3", "1.0"));
        assertThat(machine.call("watch")).satisfies(told -> {
            assertThat(told.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(told.out()).contains("gone   critical  CVE-2024-1", "the advisories do not say so any more");
        });
    }

    @Test
    void what_was_decided_is_no_news_and_ends_what_was_open() throws IOException {
        machine.write("policy.yaml", "ignore:\n- {id: CVE-2024-2, reason: not reachable here, until: 2099-01-01}\n");
        machine.advisories(WatchedMachine.record("CVE-2024-1", ""), WatchedMachine.record("CVE-2024-2", ""));
        String policy = folder.resolve("policy.yaml").toString();

        assertThat(machine.call("watch", "--policy", policy)).satisfies(told -> {
            assertThat(told.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(told.out()).doesNotContain("CVE-2024-2");
        });

        machine.write("policy.yaml", "ignore:\n- {id: CVE-2024-1, reason: not reachable here, until: 2099-01-01}\n");
        assertThat(machine.call("watch", "--force", "--policy", policy).out()).contains("gone   critical  CVE-2024-1", "it does not count any more", "new    critical  CVE-2024-2");
        assertThat(machine.call("watch", "--vex", "attached").exitCode()).isEqualTo(ExitCode.USAGE);
        machine.write("policy.yaml", "vex: [attached]\n");
        assertThat(machine.call("watch", "--policy", policy)).satisfies(told -> {
            assertThat(told.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(told.err()).contains("watch does not read");
        });
    }

    @Test
    void what_gets_exploited_is_worse_and_so_is_a_score_that_rises_slowly() throws IOException {
        machine.exploited("CVE-2024-1");
        assertThat(machine.call("watch")).satisfies(told -> {
            assertThat(told.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(told.out()).contains("worse  critical  CVE-2024-1", "it is exploited: CISA lists it now");
        });

        machine.epss("CVE-2024-1", "0.3");
        assertThat(machine.call("watch").out()).contains("EPSS rose from none to 30.0 %");
        machine.epss("CVE-2024-1", "0.37");
        assertThat(machine.call("watch").out()).contains("Nothing changed");
        machine.epss("CVE-2024-1", "0.44");
        assertThat(machine.call("watch").out()).contains("EPSS rose from 30.0 to 44.0 %");
    }

    @Test
    void a_database_without_advisories_for_the_image_mends_nothing() throws IOException {
        machine.call("watch");
        machine.advisories(OLD.replace("Alpine:v3.20", "Alpine:v3.19"));

        Invocation blind = machine.call("watch");

        assertThat(blind.out()).contains(name + ": the database has no advisories any more for packages of type apk", "Nothing changed in 1 images.");
        machine.advisories(OLD);
        assertThat(machine.call("watch").out()).contains("Nothing changed in 1 images.");
    }

    @Test
    void another_image_of_the_name_ends_findings_and_metrics_tell_how_long_they_were_open() throws IOException {
        machine.advisories(WatchedMachine.record("CVE-2024-1", "1.36.1-r30"));
        machine.call("watch");
        machine.image("1.36.1-r30");
        machine.call("watch", "add", name, "--label", "team=shop");

        Invocation told = machine.call("watch");
        String json = machine.call("watch", "metrics").out();
        String prometheus = machine.call("watch", "metrics", "--format", "prometheus").out();

        assertThat(told.out()).contains("gone   critical  CVE-2024-1", "not in the image any more");
        assertThat(json).contains("\"mended\" : 1", "\"patchLatencyDays\" : 0.0", "\"team\" : \"shop\"").containsPattern("\"publicationToFixDays\" : [1-9]");
        assertThat(prometheus)
                .contains("cupel_open_findings{line=\"" + name + "\",severity=\"critical\",team=\"shop\"} 0\n", "cupel_team_maturity{team=\"shop\"} 1\n");
    }

    @Test
    void of_many_images_the_news_comes_in_the_order_of_their_names() throws IOException {
        List<String> names = new ArrayList<>();
        List<String> call = new ArrayList<>(List.of("watch", "add"));
        String bill = machine.call("sbom", name).out();
        for (int i = 0; i < 120; i++) {
            String one = "sbom:" + folder.resolve("bill%03d.json".formatted(i));
            Files.writeString(Path.of(one.substring("sbom:".length())), bill);
            names.add(one);
        }
        call.addAll(names);
        machine.call(call.toArray(String[]::new));
        machine.advisories(OLD, WatchedMachine.record("CVE-2024-2", ""));

        Invocation told = machine.call("watch");

        assertThat(told.out()).contains("121 new in 121 of 121 images");
        assertThat(told.out().lines().filter(line -> line.startsWith("sbom:"))).isEqualTo(names);
    }

    @Test
    void a_damaged_file_is_passed_over_with_a_warning() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/cupel/watch"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".image1")).toList()) {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(open.length() / 2);
                }
            }
        }

        Invocation watched = machine.call("watch");

        assertThat(watched.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(watched.err()).contains("Passed over", "damaged");
        assertThat(watched.out()).contains("No image is watched.");
    }

    @Test
    void what_is_forgotten_is_not_watched() {
        assertThat(machine.call("watch", "rm", name).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(machine.call("watch", "rm", name).exitCode()).isEqualTo(ExitCode.NOTHING);
        assertThat(machine.call("watch", "ls").out()).isEqualTo("No image is watched.\n");
    }

    @Test
    void a_scan_by_name_is_remembered_unless_it_is_not_to_be() {
        String archive = "docker-archive:" + folder.resolve("app.tar") + ":shop/app:1.0";
        assertThat(machine.call("copy", name, archive).exitCode()).isEqualTo(ExitCode.DONE);

        machine.call("scan", archive, "--no-watch");
        assertThat(machine.call("watch", "ls").out()).doesNotContain("shop/app:1.0");
        machine.call("scan", name);
        machine.call("scan", archive);

        assertThat(machine.call("watch", "ls").out().lines().map(line -> line.split(" ")[0])).isEqualTo(List.of("IMAGE", name, "shop/app:1.0"));
    }
}
