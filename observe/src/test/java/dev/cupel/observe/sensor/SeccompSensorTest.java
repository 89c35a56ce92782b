package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

class SeccompSensorTest extends SensorContract {
    @Override
    Sensor open(Path cache) throws IOException {
        return new SeccompSensor(Files.createDirectories(cache));
    }

    @Override
    Set<Scene> blind() {
        return EnumSet.of(Scene.SHEBANG, Scene.ELF_INTERPRETER, Scene.RING_OPEN, Scene.RING_STAT);
    }
}
