package dev.cupel.observe.run;

import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A container that was just made and waits before its command's first instruction: whatever depends on who made it.
interface Creation {
    /// Its first process, as this machine numbers it.
    int initPid();

    SensorTarget sensorTarget() throws IOException;

    Network network();

    ControlGroups groups();

    /// What it writes, from its first word on.
    Output output();

    /// Lets the command begin.
    void start() throws IOException;

    /// Waits for the end of the first process and returns it as a shell tells it. Blocks the calling thread.
    int awaitEnd() throws IOException;

    /// See [Container#exec].
    ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException;

    /// Notes what its processes have used up to now, where that cannot be told after their end. Asked for again and again.
    void sample() throws IOException;

    /// What its processes have used up to now, or up to the last [#sample] where it cannot be told after their end.
    GroupUse use() throws IOException;

    /// Kills all processes but the first; that one is the caller's.
    void killOthers() throws IOException;

    /// Takes the container away, and what was made for it alone.
    void remove() throws IOException;
}
