package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.engine.ContainerState;
import dev.cupel.image.engine.Engine;
import dev.cupel.image.engine.EngineAddresses;
import dev.cupel.image.engine.transfer.EngineSink;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.observe.sensor.ProcessParent;
import dev.cupel.observe.sensor.SeccompRequest;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Needs({Provision.ROOT, Provision.ENGINE, Provision.SHARED_DATA})
class DockerRunTest extends ContainerContract {
    private final Engine engine = new Engine(EngineAddresses.ofThisMachine().docker());

    @Override
    Sandbox open(Path directory) {
        return Sandbox.ofDocker(directory);
    }

    @Test
    void a_sensor_that_must_be_in_the_configuration_is_refused_with_what_to_do() throws Exception {
        Making filtered = new Making() {
            @Override
            public Optional<SeccompRequest> seccomp() {
                return Optional.of(new SeccompRequest("SCMP_ACT_NOTIFY", List.of("openat"), Optional.empty()));
            }

            @Override
            public Optional<ProcessParent> parent() {
                return Optional.empty();
            }
        };

        try (Stage stage = sandbox().engine().stage(image("true"), RunPlan.asTheImageSays())) {
            assertThatThrownBy(() -> stage.fresh(filtered).close())
                    .isInstanceOfSatisfying(CupelException.class, told -> assertThat(told.next()).contains("--runtime docker", "--no-run"))
                    .hasMessageContaining("seccomp");
        }
    }

    @Test
    void a_command_that_runs_before_it_is_held_is_no_held_one() throws Exception {
        try (Stage stage = sandbox().engine().stage(image("sh", "-c", "while :; do /bin/true; done"), RunPlan.asTheImageSays());
                Container running = stage.fresh(Making.plain())) {
            running.start();
            ContainerState state = engine.containers().inspect(nameOf(running)).orElseThrow();

            assertThatThrownBy(() -> HeldStart.of(engine, state))
                    .isInstanceOf(CupelException.class)
                    .hasMessageContaining("before it could be watched");
        }
    }

    @Test
    void an_image_that_the_engine_had_without_a_name_is_still_there_afterwards() throws Exception {
        Image image = image("true");
        ImageName name = new ImageName(ImageName.DOCKER_HUB, "cupel-test/nameless", Optional.of("x" + System.nanoTime()), Optional.empty());
        new EngineSink(engine, name, Progress.silent()).write(image, sandbox().store());
        new EngineSink(engine, name, Progress.silent()).write(image("false"), sandbox().store()); // takes the name over
        String id = image.configBlob().digest().toString();
        try {
            try (Stage stage = sandbox().engine().stage(image, RunPlan.asTheImageSays());
                    Container container = stage.fresh(Making.plain())) {
                container.start();
                assertThat(container.awaitExit(Duration.ofSeconds(60))).hasValue(0);
            }

            assertThat(engine.images().inspect(id)).isPresent();
        } finally {
            engine.images().remove(id);
            engine.images().remove(name.familiar());
        }
    }

    private Image image(String... command) throws IOException {
        return TestImage.alpine(sandbox().store()).command(command).image();
    }

    /// The engine names the control group after the container.
    private static String nameOf(Container container) {
        return container.sensorTarget().cgroup().getFileName().toString();
    }
}
