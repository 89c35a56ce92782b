package dev.cupel.observe.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryCallSensorTest extends SensorContract {
    @Override
    String column() {
        return "ptrace, every call";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(PtraceSensor.everyCall());
    }

    @Test
    void calls_of_the_programs_are_told_that_the_runtime_made_before_them() {
        assertThat(seen(Play.ALL).systemCalls()).contains("close", "mmap");
    }

    /// A run of which events were lost is run again; this one would be as incomplete again.
    @Test
    void what_this_sensor_can_never_see_makes_a_run_incomplete_and_is_no_loss() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"));

        assertThat(seen(Play.NARROW).sensors().complete()).isFalse();
        assertThat(seen(Play.NARROW).sensors().lost()).isZero();
        assertThat(seen(Play.NARROW).sensors().remarks()).anyMatch(remark -> remark.contains("32-bit"));
    }
}
