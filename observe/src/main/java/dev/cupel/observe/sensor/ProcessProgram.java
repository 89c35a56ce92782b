package dev.cupel.observe.sensor;

import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.KernelLink;
import java.util.Optional;

/// The executable of a process, as `/proc/PID/exe` tells.
record ProcessProgram(int process) {
    /// Empty when the process has ended, or is not ours to look at, or its executable's path is longer than the kernel tells.
    Optional<String> path() {
        try {
            return KernelLink.read("/proc/" + process + "/exe");
        } catch (ErrnoException unknown) {
            return Optional.empty(); // who opened the file stays unknown; that it was opened does not
        }
    }
}
