package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Limits of this program that a container cannot go beyond: raising them takes a privilege that Cupel may not have.
final class OwnLimits {
    private static final String OPEN_FILES = "Max open files";

    private OwnLimits() {}

    /// The hard limit of open files (proc_pid_limits(5): name, soft limit, hard limit, unit).
    static long openFiles() throws IOException {
        String[] columns = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith(OPEN_FILES))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/limits tells nothing about open files"))
                .substring(OPEN_FILES.length())
                .strip()
                .split(" +", -1);
        return columns[1].equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(columns[1]);
    }
}
