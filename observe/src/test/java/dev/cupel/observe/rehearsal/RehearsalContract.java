package dev.cupel.observe.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.Image;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.probe.coverage.CoverageEstimate;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.session.Ticker;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Sandbox;
import dev.cupel.observe.run.TestImage;
import dev.cupel.observe.sensor.Sensors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an engine owes to a whole rehearsal.
abstract class RehearsalContract {
    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Rehearsal rehearsal;

    abstract Sandbox open(Path directory);

    @BeforeEach
    void prepare() {
        sandbox = open(folder);
        Sensors sensors = new Sensors(folder.resolve("sensors"));
        rehearsal = new Rehearsal(sandbox.engine(), sensors, new Probing(Ticker.system()));
    }

    @Test
    void a_server_is_watched_asked_stopped_and_started_again_on_its_volume() throws Exception {
        Image image = WebServer.image(sandbox, folder);

        Performance seen = rehearsal.explore(image, RunPlan.asTheImageSays(), ProbePlan.of(image.config()), _ -> {});

        assertThat(accesses(seen, "/www/index.html")).extracting(Access::kind).contains(AccessKind.READ);
        assertThat(accesses(seen, "/www/only-second")).extracting(Access::phase).containsExactly("second start");
        assertThat(accesses(seen, "/bin/busybox")).extracting(Access::kind).contains(AccessKind.EXECUTE);
        assertThat(seen.observations().listening()).extracting(ListeningSocket::port).contains(8080);
        assertThat(seen.observations().sensors().complete()).as(seen.observations().sensors().toString()).isTrue();
        assertThat(seen.transcript().readiness().orElseThrow().serves()).isTrue();
        assertThat(seen.transcript().exchanges())
                .anyMatch(one -> one.answer() instanceof Answer.Http http && http.body().text().equals("welcome\n"));
        assertThat(seen.transcript().exchange("turn-stop").orElseThrow().answer())
                .isEqualTo(new Answer.State(new Readiness.Exited(0, "")));
        assertThat(seen.transcript().exchange("turn-second-start").orElseThrow().answer())
                .isInstanceOfSatisfying(Answer.State.class, state -> assertThat(state.readiness().serves()).isTrue());
        assertThat(seen.usage().written()).contains(ImagePath.of("/data/first"));
        assertThat(seen.usage().peakMemoryBytes().orElseThrow()).isPositive();
        assertThat(seen.exitCode()).hasValue(0);
        assertThat(seen.untilReady()).isPresent();
        assertThat(seen.timings()).containsKeys("prepare", "create", "probe", "stop", "second start");
        assertThat(seen.remarks()).isEmpty();
    }

    @Test
    void what_every_question_makes_the_server_open_is_told_for_each_of_them() throws Exception {
        Image image = WebServer.image(sandbox, folder);

        Performance seen = rehearsal.explore(image, RunPlan.asTheImageSays(), ProbePlan.of(image.config()), _ -> {});

        assertThat(seen.observations().touched().entrySet().stream()
                        .filter(phase -> phase.getKey().startsWith("GET "))
                        .filter(phase -> phase.getValue().contains(ImagePath.of("/www/index.html")))
                        .count())
                .as("probes that opened the one page: " + seen.observations().touched().keySet())
                .isGreaterThan(5);
        assertThat(CoverageEstimate.of(seen.observations().touched()).nextSurprise()).isLessThan(0.2);
    }

    @Test
    void the_same_questions_asked_of_the_same_image_get_the_same_answers() throws Exception {
        Image image = WebServer.image(sandbox, folder);
        ProbePlan probes = ProbePlan.of(image.config());
        Performance first = rehearsal.explore(image, RunPlan.asTheImageSays(), probes, _ -> {});

        Performance again =
                rehearsal.replay(image, RunPlan.asTheImageSays(), probes, first.transcript().script(), _ -> {});

        assertThat(again.transcript().exchanges().stream().map(one -> one.id() + " " + one.answer().getClass().getSimpleName()))
                .containsExactlyElementsOf(first.transcript().exchanges().stream()
                        .map(one -> one.id() + " " + one.answer().getClass().getSimpleName())
                        .toList());
    }

    @Test
    void commands_of_a_tool_run_in_fresh_containers_and_are_watched() throws Exception {
        Image image = TestImage.alpine(sandbox.store()).command("cat", "/etc/alpine-release").image();
        ProbePlan probes = ProbePlan.of(image.config())
                .withQuestion(exec("sh", "-c", "cat /etc/motd >&2; echo out; echo x > /etc/motd; exit 4"), Expectation.ANYTHING)
                .withQuestion(exec("grep", "-c", "Alpine", "/etc/motd"), Expectation.ANYTHING);

        Performance seen = rehearsal.explore(image, RunPlan.asTheImageSays(), probes, _ -> {});

        assertThat(seen.exitCode()).hasValue(0);
        assertThat(seen.transcript().log()).isEqualTo("3.20.3\n");
        List<Answer> answers = seen.transcript().exchanges().stream()
                .filter(one -> one.ask() instanceof Ask.Exec)
                .map(one -> one.answer())
                .toList();
        assertThat(answers.getFirst()).isInstanceOfSatisfying(Answer.Ended.class, ended -> {
            assertThat(ended.exitCode()).isEqualTo(4);
            assertThat(ended.output()).isEqualTo("out\n");
            assertThat(ended.errors()).contains("Alpine");
        });
        assertThat(answers.getLast()).isInstanceOfSatisfying(Answer.Ended.class, ended -> assertThat(ended.output()).isEqualTo("3\n"));
        assertThat(accesses(seen, "/etc/motd")).isNotEmpty();
        assertThat(accesses(seen, "/etc/alpine-release")).extracting(Access::phase).containsOnly("start");
    }

    private static Ask.Exec exec(String... command) {
        return new Ask.Exec("exec", List.of(command), new TreeMap<>(), Duration.ofSeconds(60));
    }

    private static List<Access> accesses(Performance seen, String path) {
        return seen.observations().accesses().stream()
                .filter(one -> one.path().equals(ImagePath.of(path)) && one.found())
                .toList();
    }
}
