package dev.cupel.observe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.Observations;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every sensor owes, alone, watching one real container that plays all scenes. What it cannot see by its nature is said
/// here too, and held: the day it sees it, the table in `docs/sensors.md` is wrong.
@Needs({Provision.ROOT, Provision.RUNC, Provision.COMPILER})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SensorContract {
    private Observations seen;

    abstract Sensor open(Path cache) throws IOException;

    /// Scenes that it cannot see, or not all of.
    abstract Set<Scene> blind();

    @BeforeAll
    void play(@TempDir Path directory) throws Exception {
        try (Watch watch = new Watch(List.of(open(directory.resolve("cache"))), List.of());
                StagedContainer container = new StagedContainer(directory)) {
            SensorTarget target = container.create(watch.seccomp(), watch::start, "/bin/act", "all");
            watch.attach(target);
            container.start(target);
            seen = watch.observations();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_scene_is_seen_exactly_where_the_sensor_can(Scene scene) {
        List<String> unseen = scene.unseen(seen);

        if (blind().contains(scene)) {
            assertThat(unseen).as("%s is said to be invisible; seen by now: %s", scene, seen.accesses()).isNotEmpty();
        } else {
            assertThat(unseen).as("%s; seen: %s", scene, seen.accesses()).isEmpty();
        }
    }

    @Test
    void the_run_is_complete() {
        assertThat(seen.sensors().complete()).as(seen.sensors().toString()).isTrue();
        assertThat(seen.sensors().lost()).isZero();
    }

    @Test
    void the_program_of_an_access_is_named() {
        assertThat(seen.accesses())
                .filteredOn(access -> access.path().text().equals("/data/at-once"))
                .extracting(Access::program)
                .containsExactly("/bin/act");
    }

    @Test
    void nothing_of_the_kernels_own_file_systems_is_told() {
        assertThat(seen.accesses()).extracting(access -> access.path().text()).noneMatch(path -> path.matches("/(proc|sys|dev)(/.*)?"));
    }

    @Test
    void nothing_of_the_host_is_told() {
        assertThat(seen.accesses()).extracting(access -> access.path().text()).noneMatch(path -> path.startsWith("/tmp") || path.startsWith("/run") || path.startsWith("/usr/sbin"));
    }
}
