package dev.cupel.observe.sensor;

import dev.cupel.linux.fanotify.OpenWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class FanotifySensorTest extends SensorContract {
    @Override
    String column() {
        return "fanotify";
    }

    @Override
    List<Sensor> open(Path cache) throws IOException {
        return List.of(new FanotifySensor(OpenWatch.unlimited()));
    }
}
