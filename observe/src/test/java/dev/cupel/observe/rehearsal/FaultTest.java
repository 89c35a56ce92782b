package dev.cupel.observe.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.Image;
import dev.cupel.linux.mount.MountPoint;
import dev.cupel.observe.observation.SensorReport;
import dev.cupel.observe.probe.session.Patience;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.session.Ticker;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.run.Limits;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Sandbox;
import dev.cupel.observe.run.TestImage;
import dev.cupel.observe.sensor.OneSensor;
import dev.cupel.observe.sensor.Sensors;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Applications that misbehave: each run ends, says what happened, and leaves nothing on the machine.
@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
class FaultTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void open_a_sandbox() {
        sandbox = Sandbox.in(folder);
    }

    @AfterEach
    void nothing_is_left_on_the_machine() throws IOException {
        assertThat(MountPoint.all()).noneMatch(mount -> mount.point().startsWith(folder.toString()));
        assertThat(folder.resolve("runs")).satisfiesAnyOf(runs -> assertThat(runs).doesNotExist(), runs -> assertThat(places(runs)).isEmpty());
        assertThat(ProcessHandle.allProcesses().map(one -> one.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(folder.toString()) && line.contains("runc"));
    }

    @Test
    void one_that_never_gets_ready_is_given_up_in_time_and_told_so() throws Exception {
        Image image = image("trap 'exit 0' TERM; echo preparing; while :; do sleep 1; done");
        ProbePlan probes = ProbePlan.of(image.config()).withPorts(new TreeSet<>(List.of(8080))).withPatience(patience());

        Performance seen = rehearsal().explore(image, RunPlan.asTheImageSays(), probes, _ -> {});

        assertThat(seen.transcript().readiness().orElseThrow()).isInstanceOfSatisfying(Readiness.Unready.class, unready -> {
            assertThat(unready.summary()).contains("port 8080");
            assertThat(unready.log()).contains("preparing");
        });
        assertThat(seen.untilReady()).isEmpty();
    }

    @Test
    void one_that_forks_without_end_meets_its_limit_and_is_cleared_away() throws Exception {
        Image image = image("fork() { fork & fork & wait; }; fork");
        RunPlan plan = RunPlan.asTheImageSays().withLimits(Limits.standard().withProcesses(64));

        Performance seen = rehearsal().explore(image, plan, ProbePlan.of(image.config()).withPatience(patience()), _ -> {});

        assertThat(seen.usage().refusedProcesses().orElseThrow()).isPositive();
        assertThat(seen.remarks()).anyMatch(remark -> remark.contains("it may have 64 at one time"));
    }

    @Test
    void one_that_fills_its_disk_is_ended_at_its_limit() throws Exception {
        Image image = image("for i in $(seq 32); do dd if=/dev/zero bs=1M count=16 >> /fill 2> /dev/null; done; sleep 1000");
        RunPlan plan = RunPlan.asTheImageSays().withLimits(Limits.standard().withScratchBytes(16L << 20));
        ProbePlan probes = ProbePlan.of(image.config()).withPorts(new TreeSet<>(List.of(8080)));

        Performance seen = rehearsal().explore(image, plan, probes, _ -> {});

        assertThat(seen.transcript().readiness().orElseThrow()).isInstanceOf(Readiness.Exited.class);
        assertThat(seen.remarks()).contains("it was ended because it wrote more than the 16 MiB it may");
    }

    @Test
    void one_that_ends_while_it_is_asked_has_its_end_told() throws Exception {
        Image image = image("trap 'echo enough; exit 3' USR1; nc -lk -p 8080 -e /bin/date & while :; do wait; done");
        ProbePlan probes = ProbePlan.of(image.config())
                .withQuestion(exec("sh", "-c", "kill -USR1 1; sleep 1000"), Expectation.ANYTHING)
                .withQuestion(exec("echo", "after"), Expectation.ANYTHING);

        Performance seen = rehearsal().explore(image, RunPlan.asTheImageSays(), probes, _ -> {});

        assertThat(seen.transcript().readiness().orElseThrow().serves()).isTrue();
        assertThat(seen.transcript().exchanges().getLast().answer())
                .isInstanceOfSatisfying(Answer.State.class, state -> assertThat(state.readiness()).isInstanceOf(Readiness.Exited.class));
        assertThat(seen.transcript().exchanges())
                .as("a command is run in a container of its own then")
                .anyMatch(one -> one.answer() instanceof Answer.Ended ended && ended.output().equals("after\n"));
        assertThat(seen.transcript().log()).contains("enough");
        assertThat(seen.exitCode()).hasValue(3);
    }

    @Test
    void lost_events_are_tried_again_and_then_told() throws Exception {
        Image image = image("read here < /proc/sys/kernel/random/uuid; [ -e /once-$here ]; trap 'exit 0' TERM; for i in $(seq 50000); do [ -e /gone$i ]; done; while :; do sleep 1; done");
        Rehearsal losing = new Rehearsal(sandbox.engine(), OneSensor.losing(folder.resolve("s")), new Probing(Ticker.system()));

        Performance seen = losing.explore(image, RunPlan.asTheImageSays(), ProbePlan.of(image.config()), _ -> {});

        SensorReport report = seen.observations().sensors();
        assertThat(report.complete()).isFalse();
        assertThat(report.lost()).isPositive();
        assertThat(seen.remarks()).anyMatch(remark -> remark.contains("run a second time"));
        assertThat(seen.observations().accesses())
                .as("what the first of two runs showed, each of two starts, stays")
                .filteredOn(access -> access.path().text().startsWith("/once-"))
                .hasSizeGreaterThan(2);
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(sandbox.engine(), new Sensors(folder.resolve("sensors")), new Probing(Ticker.system()));
    }

    private Image image(String script) throws IOException {
        return TestImage.alpine(sandbox.store()).command("sh", "-c", script).image();
    }

    private static Ask.Exec exec(String... command) {
        return new Ask.Exec("exec", List.of(command), new TreeMap<>(), Duration.ofSeconds(60));
    }

    private static Patience patience() {
        return Patience.USUAL.withStart(SHORT);
    }

    private static List<Path> places(Path runs) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
