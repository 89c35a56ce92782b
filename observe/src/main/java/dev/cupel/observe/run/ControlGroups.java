package dev.cupel.observe.run;

import dev.cupel.observe.journal.ControlGroup;
import dev.cupel.observe.journal.Killing;
import dev.cupel.observe.journal.ProcessSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// The control groups of one container, in every hierarchy there is. An ordinary user may make none: then its process numbers tell
/// its processes, and nothing its use of memory.
record ControlGroups(String name, ProcessSpace space) {
    /// Those that a process is in.
    static ControlGroups of(int pid) throws IOException {
        return new ControlGroups(unifiedName(pid), ProcessSpace.of(pid));
    }

    /// The version 2 directory of a process: what eBPF filters by.
    static Path unifiedOf(int pid) throws IOException {
        Path root = ControlGroup.unified().orElseThrow(() -> new IOException("control groups of version 2 are not mounted"));
        return root.resolve(unifiedName(pid));
    }

    private static String unifiedName(int pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/cgroup")).stream()
                .filter(one -> one.startsWith("0::"))
                .findFirst()
                .map(line -> line.substring("0::/".length()))
                .orElseThrow(() -> new IOException("/proc/" + pid + "/cgroup names no control group of version 2"));
    }

    boolean exist() throws IOException {
        return !ControlGroup.named(name).isEmpty();
    }

    List<Integer> processes() throws IOException {
        for (ControlGroup group : ControlGroup.named(name)) {
            List<Integer> all = group.processes();
            if (!all.isEmpty()) {
                return all;
            }
        }
        return space.processes();
    }

    /// Kills all processes; `first` is reaped by the thread that waits for it.
    void killAll(int first) throws IOException {
        List<ControlGroup> groups = ControlGroup.named(name);
        for (ControlGroup group : groups) {
            group.killAll(pid -> pid == first);
        }
        if (groups.isEmpty()) {
            new Killing(space::processes).run(pid -> pid == first);
        }
    }

    GroupUse use() throws IOException {
        List<ControlGroup> groups = ControlGroup.named(name);
        return new GroupUse(
                peakMemoryBytes(groups),
                count(groups, "oom_kill", "memory.events", "memory.oom_control"),
                count(groups, "max", "pids.events")); // since 4.9, in both versions
    }

    /// The most memory it had: `memory.peak` since 5.19, or its name in version 1.
    private static OptionalLong peakMemoryBytes(List<ControlGroup> groups) throws IOException {
        for (ControlGroup group : groups) {
            for (String file : List.of("memory.peak", "memory.max_usage_in_bytes")) {
                OptionalLong value = group.number(file);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong count(List<ControlGroup> groups, String key, String... files) throws IOException {
        for (ControlGroup group : groups) {
            for (String file : files) {
                OptionalLong value = group.number(file, key);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return OptionalLong.empty();
    }
}
