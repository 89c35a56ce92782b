package dev.cupel.observe.sensor;

import java.io.IOException;

/// One way to watch a container. A sensor is attached once, between creation and start, and closed once, after the last
/// process has ended; what it saw goes to the recorder as it happens.
public interface Sensor extends AutoCloseable {
    /// `fanotify`, `ebpf`, `seccomp`, `ptrace`.
    String name();

    /// Begins to watch. Returns when nothing that the container does from now on can be missed.
    void attach(SensorTarget target, Recorder recorder) throws IOException;

    /// Ends watching, after everything that happened before this call has reached the recorder.
    @Override
    void close() throws IOException;
}
