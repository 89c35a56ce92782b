package dev.cupel.observe.probe;

import dev.cupel.observe.observation.ListeningSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// A running container as a probe sees it.
public interface ProbeTarget {
    /// Runs the action on a thread inside the container's network namespace: sockets opened there, and HTTP clients made
    /// there, reach the container's `127.0.0.1`. Failures of the action come out as they are.
    <T> T inNetwork(Callable<T> action) throws Exception;

    /// Sockets that the container listens on now.
    List<ListeningSocket> listening() throws IOException;

    /// Whether its first process still runs.
    boolean running();

    /// How the first process ended, as a shell tells it; empty while it runs.
    OptionalInt exitCode();

    /// Runs a command inside the container, as `docker exec` does, and waits for it, at most `timeout`. A container whose
    /// first process has ended has nothing to join: there the command runs as the first process of a fresh one of the same
    /// image and plan, watched by the same sensors, because that is how images of command-line tools are used.
    ExecResult exec(List<String> command, Map<String, String> environment, Duration timeout) throws IOException;

    /// How many different files of the image the sensors have seen so far: the novelty that probing is steered by.
    long filesSeen();

    /// What is seen from now on belongs to this phase.
    void phase(String label);

    /// Standard output and error of the container so far.
    String log();
}
