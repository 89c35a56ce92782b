package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.cli.OrdinaryUser.Freedom;
import dev.cupel.observe.journal.Waited;
import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program, started by a user who is not root, on a real Alpine root.
@Needs({Provision.ROOT, Provision.RUNC, Provision.UIDMAP, Provision.SHARED_DATA})
class RootlessTest {
    /// Told apart from all other commands of the machine.
    private static final String LONG = "98765.4321";

    @TempDir
    private Path folder;

    @Test
    void an_image_that_needs_users_is_slimmed_and_verified() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.SUBORDINATE_IDS);

        int code = run(user, Freedom.SUBORDINATE_IDS, "--user", "nobody", "--cmd", "id", "--exec", "ls -ln /etc/shadow");

        assertThat(code).as(user.err()).isEqualTo(ExitCode.DONE);
        assertThat(user.out()).startsWith("oci:out sha256:");
        SlimReport report = new ReportJson().read(folder.resolve("home/cupel-report/report.json"));
        assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.run().complete()).isTrue();
        assertThat(report.run().sensors()).containsExactly("seccomp");
        assertThat(report.run().remarks()).anyMatch(text -> text.contains("no control group"));
        assertThat(report.kept()).anyMatch(row -> row.path().equals("/bin/busybox"));
        assertThat(user.err()).contains("run without root");
    }

    @Test
    void what_stays_on_the_disk_can_be_removed_by_its_user() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.SUBORDINATE_IDS);

        run(user, Freedom.SUBORDINATE_IDS, "--cmd", "chown nobody /home");

        try (Stream<Path> unpacked = Files.walk(folder.resolve("home/.cache/cupel/unpacked"))) {
            assertThat(unpacked).anyMatch(path -> path.endsWith("bin/busybox"));
        }
        assertThat(user.workplaces()).isEmpty();
        assertThat(user.unremovable()).isEmpty();
    }

    @Test
    void what_was_unpacked_without_root_is_counted_and_collected_by_its_user() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.SUBORDINATE_IDS);
        run(user, Freedom.SUBORDINATE_IDS, "--cmd", "chown nobody /home");

        int code = Waited.forEndOf(user.start(Freedom.SUBORDINATE_IDS, "store", "gc", "--older-than", "0"));

        assertThat(code).as(user.err()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> left = Files.walk(folder.resolve("home/.cache/cupel/unpacked"))) {
            assertThat(left).noneMatch(path -> path.endsWith("bin"));
        }
    }

    @Test
    void a_killed_run_is_ended_and_cleaned_by_the_next_one() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.SUBORDINATE_IDS);
        Process killed = startLong(user);
        awaitContainer(user, killed);

        killed.destroyForcibly();
        Waited.forEndOf(killed);
        int code = run(user, Freedom.SUBORDINATE_IDS, "--cmd", "id");

        assertThat(code).as(user.err()).isEqualTo(ExitCode.DONE);
        assertThat(containerProcesses()).isZero();
        assertThat(user.workplaces()).isEmpty();
        assertThat(user.unremovable()).isEmpty();
    }

    @Test
    void a_run_that_is_asked_to_end_cleans_up_itself() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.SUBORDINATE_IDS);
        Process run = startLong(user);
        awaitContainer(user, run);

        run.destroy();
        int code = Waited.forEndOf(run);

        assertThat(code).isEqualTo(128 + 15);
        assertThat(containerProcesses()).isZero();
        assertThat(user.workplaces()).isEmpty();
    }

    @Test
    void without_subordinate_ids_an_image_of_roots_runs_and_the_limit_is_told() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.USUAL);

        int code = run(user, Freedom.USUAL, "--cmd", "ls -la /");

        assertThat(code).as(user.err()).isEqualTo(ExitCode.DONE);
        assertThat(user.err()).contains("one user only").contains("uidmap");
    }

    @Test
    void without_subordinate_ids_another_user_is_refused_before_anything_runs() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.USUAL);

        int code = run(user, Freedom.USUAL, "--user", "nobody", "--cmd", "id");

        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(user.err()).contains("user 65534").contains("subuid");
    }

    @Test
    void where_the_kernel_grants_no_user_namespace_the_ways_that_are_left_are_named() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(folder, Freedom.CHROOT);

        int code = run(user, Freedom.CHROOT, "--cmd", "id");

        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(user.err()).contains("without root").contains("--no-run").contains("sudo");
    }

    private int run(OrdinaryUser user, Freedom freedom, String... more) throws IOException {
        return Waited.forEndOf(user.start(freedom, arguments(user, more)));
    }

    private Process startLong(OrdinaryUser user) throws IOException {
        return user.start(
                Freedom.SUBORDINATE_IDS, arguments(user, "--user", "nobody", "--cmd", "sleep " + LONG, "--exec", "sleep " + LONG));
    }

    private String[] arguments(OrdinaryUser user, String... more) throws IOException {
        Path image = folder.resolve("alpine-minirootfs-3.20.3-x86_64.tar.gz");
        Path given = Files.exists(image) ? image : user.given(SharedData.directory().resolve("images").resolve(image.getFileName()));
        return Stream.concat(Stream.of("slim", "dir:" + given, "--to", "oci:out"), Stream.of(more)).toArray(String[]::new);
    }

    /// Waits for both commands: then nothing in the container changes any more.
    private static void awaitContainer(OrdinaryUser user, Process run) throws IOException {
        while (run.isAlive() && containerProcesses() < 2) {
            Waited.milliseconds(20);
        }
        assertThat(run.isAlive()).as(user.err()).isTrue();
    }

    private static long containerProcesses() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().arguments().filter(words -> words.length == 1 && words[0].equals(LONG)).isPresent())
                .count();
    }
}
