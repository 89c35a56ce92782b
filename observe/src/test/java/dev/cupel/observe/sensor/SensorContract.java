package dev.cupel.observe.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.observation.SensorReport;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every sensor owes, watching real containers that play all scenes. What it sees and what it cannot is the table in
/// `docs/sensors.md`, and both are held: the day it sees more, the table is wrong.
@Needs({Provision.ROOT, Provision.RUNC, Provision.COMPILER})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SensorContract {
    private static final Path RINGS_DISABLED = Path.of("/proc/sys/kernel/io_uring_disabled");

    private final Map<Play, Observations> plays = new EnumMap<>(Play.class);

    /// Its heading in the table.
    abstract String column();

    abstract List<Sensor> open(Path cache) throws IOException;

    @BeforeAll
    void play(@TempDir Path directory) throws Exception {
        for (Play play : Play.values()) {
            Path own = Files.createDirectory(directory.resolve(play.act()));
            plays.put(play, played(play, own, open(own.resolve("cache"))));
        }
    }

    @AfterAll
    void rewrite() throws IOException {
        if (SensorTable.isRewritten()) {
            Map<String, String> column = new TreeMap<>();
            Arrays.stream(Scene.values()).forEach(scene -> column.put(scene.title(), sight(scene).word()));
            SensorTable.documented().rewrite(column(), column);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_scene_is_seen_as_the_table_in_the_documentation_says(Scene scene) throws IOException {
        assumeTrue(!SensorTable.isRewritten() && canBePlayed(scene.play()));

        String said = SensorTable.documented().column(column()).get(scene.title());

        assertThat(sight(scene).word()).as("unseen: %s; %s", cut(scene.unseen(seen(scene.play()))), seen(scene.play()).sensors()).isEqualTo(said);
    }

    @Test
    void a_run_of_which_everything_can_be_seen_is_complete() {
        SensorReport report = seen(Play.ALL).sensors();

        assertThat(report.complete()).as(report.toString()).isTrue();
        assertThat(report.lost()).isZero();
    }

    @Test
    void the_program_of_an_access_is_named() {
        assertThat(seen(Play.ALL).accesses())
                .filteredOn(access -> access.path().text().equals("/data/at-once"))
                .extracting(Access::program)
                .containsExactly("/bin/act");
    }

    @Test
    void nothing_of_the_kernels_own_file_systems_is_told() {
        assertThat(seen(Play.ALL).accesses()).extracting(access -> access.path().text()).noneMatch(path -> path.matches("/(proc|sys|dev)(/.*)?"));
    }

    @Test
    void nothing_of_the_host_is_told() {
        assertThat(plays.values())
                .flatExtracting(Observations::accesses)
                .extracting(Access::path)
                .extracting(path -> path.text())
                .noneMatch(path -> path.startsWith("/tmp") || path.startsWith("/run") || path.startsWith("/usr/sbin") || path.startsWith("/usr/lib"));
    }

    /// One play, watched from its first instruction to its last.
    static Observations played(Play play, Path directory, List<Sensor> sensors) throws Exception {
        try (Watch watch = new Watch(sensors, List.of());
                StagedContainer container = new StagedContainer(directory)) {
            SensorTarget target = container.create(watch.seccomp(), watch.parent().orElseGet(ProcessParent::plain), "/bin/act", play.act());
            watch.attach(target);
            if (play == Play.LIVES) {
                container.startAndJoin(target, watch.parent().orElseGet(ProcessParent::plain), "/bin/act", "joined");
            } else {
                container.start(target);
            }
            return watch.observations();
        }
    }

    Observations seen(Play play) {
        return Objects.requireNonNull(plays.get(play));
    }

    private Sight sight(Scene scene) {
        Observations seen = seen(scene.play());
        return scene.unseen(seen).isEmpty() ? Sight.SEEN : seen.sensors().complete() ? Sight.BLIND : Sight.TOLD;
    }

    private static String cut(List<String> many) {
        return many.size() + " " + many.stream().limit(5).toList();
    }

    private static boolean canBePlayed(Play play) throws IOException {
        return switch (play) {
            case RINGS -> !Files.exists(RINGS_DISABLED) || Files.readString(RINGS_DISABLED).strip().equals("0");
            case NARROW -> System.getProperty("os.arch").equals("amd64");
            case ALL, DEEP, BUSY, LIVES -> true;
        };
    }
}
