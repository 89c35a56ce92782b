package dev.cupel.observe.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.linux.trace.Trace;
import dev.cupel.observe.observation.Observations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EbpfSensorTest extends SensorContract {
    private static final int SMALL_RING = 4096;

    @Override
    String column() {
        return "ebpf";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(new EbpfSensor(Trace.load(cache, Trace.RING_BYTES)));
    }

    @Test
    void a_queue_that_is_full_makes_the_run_incomplete(@TempDir Path directory) throws Exception {
        Observations seen = played(Play.BUSY, directory, List.of(new EbpfSensor(Trace.load(directory.resolve("cache"), SMALL_RING))));

        assertThat(Scene.BURST.unseen(seen)).isNotEmpty();
        assertThat(seen.sensors().complete()).isFalse();
        assertThat(seen.sensors().lost()).isPositive();
        assertThat(seen.sensors().remarks()).anyMatch(remark -> remark.contains("did not fit in the ring buffer"));
    }
}
