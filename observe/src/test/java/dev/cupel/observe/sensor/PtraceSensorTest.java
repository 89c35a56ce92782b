package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class PtraceSensorTest extends SensorContract {
    @Override
    String column() {
        return "ptrace";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(PtraceSensor.filtered());
    }
}
