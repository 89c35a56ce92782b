package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.run.Container;
import dev.cupel.observe.run.Usage;
import dev.cupel.observe.sensor.Watch;
import java.io.IOException;

/// A container and the sensors that watch it, from before its command begins to after its last process.
final class WatchedContainer implements AutoCloseable {
    private final Container container;
    private final Watch watch;

    private WatchedContainer(Container container, Watch watch) {
        this.container = container;
        this.watch = watch;
    }

    /// Attaches the watch to a container that was created, then starts it. Both belong to the result from now on.
    static WatchedContainer started(Container container, Watch watch, String phase) throws IOException {
        try {
            watch.attach(container.sensorTarget());
            watch.phase(phase);
            container.start();
            return new WatchedContainer(container, watch);
        } catch (IOException | RuntimeException e) {
            watch.close();
            container.close();
            throw e;
        }
    }

    Container container() {
        return container;
    }

    Watch watch() {
        return watch;
    }

    Usage usage() throws IOException {
        return container.usage();
    }

    /// Ends what still runs and tells what was seen of it.
    Observations finish() throws IOException {
        try (watch) {
            container.close();
            return watch.observations();
        }
    }

    @Override
    public void close() throws IOException {
        try (container) {
            watch.close();
        }
    }
}
