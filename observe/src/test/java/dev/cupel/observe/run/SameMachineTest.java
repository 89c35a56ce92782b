package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.engine.EngineAddress;
import dev.cupel.image.engine.EngineInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameMachineTest {
    private static final EngineAddress ADDRESS = EngineAddress.unix(Path.of("/run/far.sock"));

    @TempDir
    private Path root;

    @Test
    void an_engine_of_this_machine_will_do_whatever_makes_its_control_groups() {
        assertThatCode(() -> new SameMachine(ADDRESS, engine("overlay2", root, false)).require()).doesNotThrowAnyException();
        assertThatCode(() -> new SameMachine(ADDRESS, engine("overlayfs", root, false)).require()).doesNotThrowAnyException();
    }

    @Test
    void a_rootless_a_distant_and_an_oddly_stored_engine_are_told_apart() {
        assertRefused(engine("overlay2", root, true), "rootless");
        assertRefused(engine("overlay2", root.resolve("not-here"), false), "Docker Desktop");
        assertRefused(engine("btrfs", root, false), "btrfs");
    }

    private static void assertRefused(EngineInfo info, String word) {
        assertThatThrownBy(() -> new SameMachine(ADDRESS, info).require())
                .isInstanceOfSatisfying(CupelException.class, told -> {
                    assertThat(told.fault()).isEqualTo(Fault.ENVIRONMENT);
                    assertThat(told.next()).contains("--runtime docker", "--no-run");
                })
                .hasMessageContaining("unix:///run/far.sock")
                .hasMessageContaining(word);
    }

    private static EngineInfo engine(String driver, Path root, boolean rootless) {
        return new EngineInfo(driver, false, root, "systemd", 2, rootless);
    }
}
