package dev.cupel.observe.sensor;

import dev.cupel.linux.process.Subreaper;
import java.io.IOException;
import java.util.OptionalInt;

/// Whoever starts the runtime's commands that make processes in a container (`create`, `exec`), and is told how those end. A sensor
/// that must be there from their first instruction to their last takes both over; one kernel interface serves both.
public interface ProcessParent {
    /// Starts the command; the builder may be changed. Its standard input is nothing.
    Process start(ProcessBuilder command) throws IOException;

    /// Waits for the end of a process that became this program's child, and returns it as a shell tells it. Empty where it is no
    /// child. Blocks the calling thread.
    OptionalInt awaitEnd(int pid) throws IOException;

    /// No sensor.
    static ProcessParent plain() {
        return new ProcessParent() {
            @Override
            public Process start(ProcessBuilder command) throws IOException {
                return command.start();
            }

            @Override
            public OptionalInt awaitEnd(int pid) throws IOException {
                return Subreaper.await(pid);
            }
        };
    }
}
