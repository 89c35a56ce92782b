package dev.cupel.observe.sensor;

import dev.cupel.linux.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

class EbpfSensorTest extends SensorContract {
    @Override
    Sensor open(Path cache) throws IOException {
        return new EbpfSensor(Trace.load(cache, Trace.RING_BYTES));
    }

    @Override
    Set<Scene> blind() {
        return EnumSet.of(Scene.ELF_INTERPRETER);
    }
}
