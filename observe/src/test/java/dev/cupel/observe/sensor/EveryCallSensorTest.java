package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class EveryCallSensorTest extends SensorContract {
    @Override
    String column() {
        return "ptrace, every call";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(PtraceSensor.everyCall());
    }
}
