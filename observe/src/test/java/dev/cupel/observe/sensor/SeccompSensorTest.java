package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SeccompSensorTest extends SensorContract {
    @Override
    String column() {
        return "seccomp";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(new SeccompSensor(Files.createDirectories(cache)));
    }
}
