package dev.cupel.observe.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.Image;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.session.Ticker;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Sandbox;
import dev.cupel.observe.sensor.OneSensor;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole rehearsal under each sensor that holds the program's calls: it must come out as it does without.
@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
class FallBackTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"seccomp", "ptrace", "ptrace, every call"})
    void a_server_lives_its_whole_life_under_it(String sensor) throws Exception {
        Sandbox sandbox = Sandbox.in(folder);
        Image image = WebServer.image(sandbox, folder);
        ProbePlan probes = ProbePlan.of(image.config()).withQuestion(exec("sh", "-c", "cat /etc/motd; cat /gone; exit 4"), Expectation.ANYTHING);

        Performance seen = new Rehearsal(sandbox.engine(), OneSensor.named(sensor, folder.resolve("s")), new Probing(Ticker.system()))
                .explore(image, RunPlan.asTheImageSays(), probes, _ -> {});

        Observations observations = seen.observations();
        assertThat(observations.sensors().complete()).as(observations.sensors().toString()).isTrue();
        assertThat(observations.sensors().sensors()).containsExactly(sensor.split(",", -1)[0]);
        assertThat(accesses(observations, "/www/index.html")).extracting(Access::found).containsOnly(true);
        assertThat(accesses(observations, "/www/only-second")).extracting(Access::phase).containsExactly("second start");
        assertThat(accesses(observations, "/etc/motd")).extracting(Access::found).containsOnly(true);
        assertThat(accesses(observations, "/gone")).extracting(Access::found).containsOnly(false);
        assertThat(seen.transcript().exchanges())
                .anyMatch(one -> one.answer() instanceof Answer.Http http && http.body().text().equals("welcome\n"))
                .anyMatch(one -> one.answer() instanceof Answer.Ended ended && ended.exitCode() == 4);
        assertThat(seen.transcript().exchange("turn-stop").orElseThrow().answer())
                .isEqualTo(new Answer.State(new Readiness.Exited(0, "")));
        assertThat(seen.exitCode()).hasValue(0);
        assertThat(seen.remarks()).isEmpty();
    }

    private static Ask.Exec exec(String... command) {
        return new Ask.Exec("exec", List.of(command), new TreeMap<>(), Duration.ofSeconds(60));
    }

    private static List<Access> accesses(Observations seen, String path) {
        return seen.accesses().stream().filter(one -> one.path().equals(ImagePath.of(path))).toList();
    }
}
