package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Limits of this program that a container cannot go beyond: raising them takes a privilege that Cupel may not have.
record OwnLimits(long openFiles, long processes) {
    /// The hard limits (proc_pid_limits(5): name, soft limit, hard limit, unit).
    static OwnLimits read() throws IOException {
        return new OwnLimits(hard("Max open files"), hard("Max processes"));
    }

    private static long hard(String name) throws IOException {
        String[] columns = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/limits has no line \"" + name + "\""))
                .substring(name.length())
                .strip()
                .split(" +", -1);
        return columns[1].equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(columns[1]);
    }
}
