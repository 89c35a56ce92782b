package dev.cupel.observe.sensor;

import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.ListeningSocket;

/// Where sensors put what they see. Thread-safe; equal accesses count once.
public interface Recorder {
    /// The phase of what the runtime does in the container's name before a command of the container runs.
    String RUNTIME = "runtime";

    /// The phase that accesses seen now belong to.
    String phase();

    void access(Access access);

    /// A program of the container was started: what came before is the runtime's.
    void started();

    /// A system call by name.
    void systemCall(String name);

    /// A socket that waits for connections.
    void listening(ListeningSocket socket);

    /// An address or UNIX path that was connected to.
    void connected(String peer);

    /// A capability that was needed, by name.
    void capability(String name);

    /// `count` events were lost; the run is incomplete from here on.
    void lost(String sensor, long count);

    /// Something happened that this sensor can never see, as the text says; the run is incomplete, and another one would be too.
    void unseeable(String text);

    /// Something a reader of the report should know.
    void remark(String text);
}
