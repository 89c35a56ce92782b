package dev.cupel.observe.sensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The executable of a process, as `/proc/PID/exe` tells.
record ProcessProgram(int process) {
    /// Empty when the process has ended, or is not ours to look at.
    Optional<String> path() {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process + "/exe")).toString());
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException refused) {
            // Ended while we looked (ESRCH), or a kernel thread, or hidden: who opened the file stays unknown, that it was opened does not.
            return Optional.empty();
        }
    }
}
