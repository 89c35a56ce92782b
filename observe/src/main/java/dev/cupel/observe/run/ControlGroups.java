package dev.cupel.observe.run;

import dev.cupel.observe.journal.ControlGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// The control groups of one container, in every hierarchy there is.
record ControlGroups(String name) {
    /// The version 2 directory of a process: what eBPF filters by.
    static Path unifiedOf(int pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + pid + "/cgroup")).stream()
                .filter(one -> one.startsWith("0::"))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/" + pid + "/cgroup names no control group of version 2"));
        Path root = ControlGroup.unified().orElseThrow(() -> new IOException("control groups of version 2 are not mounted"));
        return root.resolve(line.substring("0::/".length()));
    }

    List<Integer> processes() throws IOException {
        for (ControlGroup group : ControlGroup.named(name)) {
            List<Integer> all = group.processes();
            if (!all.isEmpty()) {
                return all;
            }
        }
        return List.of();
    }

    /// Kills all processes; `first` is reaped by the thread that waits for it.
    void killAll(int first) throws IOException {
        for (ControlGroup group : ControlGroup.named(name)) {
            group.killAll(pid -> pid == first);
        }
    }

    /// The most memory it had: `memory.peak` since 5.19, or its name in version 1.
    OptionalLong peakMemoryBytes() throws IOException {
        for (ControlGroup group : ControlGroup.named(name)) {
            for (String file : List.of("memory.peak", "memory.max_usage_in_bytes")) {
                OptionalLong value = group.number(file);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return OptionalLong.empty();
    }

    long killedForMemory() throws IOException {
        return count("oom_kill", "memory.events", "memory.oom_control");
    }

    /// Since 4.9, in both versions.
    long refusedProcesses() throws IOException {
        return count("max", "pids.events");
    }

    private long count(String key, String... files) throws IOException {
        for (ControlGroup group : ControlGroup.named(name)) {
            for (String file : files) {
                OptionalLong value = group.number(file, key);
                if (value.isPresent()) {
                    return value.getAsLong();
                }
            }
        }
        return 0;
    }
}
