package dev.cupel.observe.sensor;

import java.io.IOException;
import java.util.Optional;

/// One way to watch a container. A sensor is attached once, between creation and start, and closed once, after the last
/// process has ended; what it saw goes to the recorder as it happens.
public interface Sensor extends AutoCloseable {
    /// `fanotify`, `ebpf`, `seccomp`, `ptrace`.
    String name();

    /// What has to stand in the container's configuration before it is created; empty for sensors that watch from outside.
    default Optional<SeccompRequest> seccomp() {
        return Optional.empty();
    }

    /// Who starts the runtime and learns how processes end, if the sensor does that in its own way.
    default Optional<ProcessParent> parent() {
        return Optional.empty();
    }

    /// Begins to watch. Returns when nothing that the container does from now on can be missed.
    void attach(SensorTarget target, Recorder recorder) throws IOException;

    /// Tells again what happens from now on, although it was told before. Nothing to do for a sensor that tells each time.
    default void beginPhase() throws IOException {}

    /// Returns when everything that happened before this call has reached the recorder.
    void drain() throws IOException;

    /// Ends watching, after everything that happened before this call has reached the recorder.
    @Override
    void close() throws IOException;
}
