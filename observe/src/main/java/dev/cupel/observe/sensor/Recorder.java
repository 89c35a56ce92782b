package dev.cupel.observe.sensor;

import dev.cupel.observe.observation.Access;

/// Where sensors put what they see. Thread-safe; equal accesses count once.
public interface Recorder {
    /// The phase that accesses seen now belong to.
    String phase();

    void access(Access access);

    /// A system call by name.
    void systemCall(String name);

    /// An address or UNIX path that was connected to.
    void connected(String peer);

    /// A capability that was needed, by name.
    void capability(String name);

    /// `count` events were lost; the run is incomplete from here on.
    void lost(String sensor, long count);

    /// Something a reader of the report should know.
    void remark(String text);
}
