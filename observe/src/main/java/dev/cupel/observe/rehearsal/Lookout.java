package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.run.Making;
import dev.cupel.observe.sensor.ProcessParent;
import dev.cupel.observe.sensor.SeccompRequest;
import dev.cupel.observe.sensor.SensorTarget;
import dev.cupel.observe.sensor.Watch;
import java.io.IOException;
import java.util.Optional;

/// Whoever watches one container, from its making to its end.
record Lookout(Watch watch) implements Making, AutoCloseable {
    @Override
    public Optional<SeccompRequest> seccomp() {
        return watch.seccomp();
    }

    @Override
    public Optional<ProcessParent> parent() {
        return watch.parent();
    }

    /// Begins to watch a container that is created and not started.
    void attach(SensorTarget target, String phase) throws IOException {
        watch.phase(phase);
        watch.attach(target);
    }

    /// Ends watching; call it when the container's last process has ended.
    Observations observations() throws IOException {
        return watch.observations();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
