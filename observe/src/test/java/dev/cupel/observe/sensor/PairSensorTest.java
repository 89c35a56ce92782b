package dev.cupel.observe.sensor;

import dev.cupel.linux.fanotify.OpenWatch;
import dev.cupel.linux.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class PairSensorTest extends SensorContract {
    @Override
    String column() {
        return "fanotify + ebpf";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(new FanotifySensor(OpenWatch.unlimited()), new EbpfSensor(Trace.load(cache, Trace.RING_BYTES)));
    }
}
