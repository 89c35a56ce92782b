package dev.cupel.observe.run;

import dev.cupel.linux.process.Signal;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.sensor.SensorTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// A container from its creation, when sensors are attached, to its end. Safe for use by several threads.
public interface Container extends AutoCloseable {
    /// What sensors need to know; the container is created and not yet started.
    SensorTarget sensorTarget();

    /// Lets the command begin.
    void start() throws IOException;

    /// Whether the first process still runs.
    boolean running();

    /// How the first process ended, as a shell tells it; empty while it runs.
    OptionalInt exitCode();

    /// Waits for the end of the first process, at most so long; empty where it still runs.
    OptionalInt awaitExit(Duration timeout) throws IOException;

    /// See [dev.cupel.observe.probe.ProbeTarget#inNetwork].
    <T> T inNetwork(Callable<T> action) throws Exception;

    /// Sockets of the container's own processes that wait for others now.
    List<ListeningSocket> listening() throws IOException;

    /// Runs a command beside the first process and waits for it. A container that has ended is an [IllegalStateException].
    ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException;

    /// Sends a signal to the first process; nothing happens where it has ended.
    void signal(Signal signal) throws IOException;

    /// Sends the stop signal, waits so long, then kills. A container that has ended before is not forced.
    Stopped stop(Duration grace) throws IOException;

    /// Standard output and error so far, the last 8 MiB of it.
    String log();

    /// Standard output alone, the last MiB of it.
    String output();

    /// Standard error alone, the last MiB of it.
    String errors();

    Usage usage() throws IOException;

    /// Why Cupel ended the container, if it did: the scratch limit; else empty.
    String endedBecause();

    /// Kills what still runs and takes the container away; its stage and volumes stay.
    @Override
    void close() throws IOException;
}
