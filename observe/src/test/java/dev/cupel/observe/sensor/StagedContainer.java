package dev.cupel.observe.sensor;

import dev.cupel.linux.mount.Overlay;
import dev.cupel.linux.mount.Unmount;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One container by runc whose root is an overlay over the [Stage] and whose only command is `act`.
final class StagedContainer implements AutoCloseable {
    private final String id = "cupel-linux-" + UUID.randomUUID();
    private final Path home;
    private final Path merged;
    private final Path state;

    StagedContainer(Path home) throws IOException, InterruptedException {
        this.home = home;
        this.state = Files.createDirectories(home.resolve("state"));
        this.merged = new Overlay(Files.createDirectories(home.resolve("root")), List.of(Stage.root()), false).mount();
    }

    /// `runc create`, by way of the watch; the container waits for [#start].
    SensorTarget create(Optional<SeccompRequest> seccomp, ProcessParent parent, String... command) throws IOException, InterruptedException {
        Files.writeString(home.resolve("config.json"), configuration(seccomp, List.of(command)));
        Path pidFile = home.resolve("pid");
        Path log = home.resolve("output");
        ProcessBuilder create = new ProcessBuilder(
                        "runc", "--root", state.toString(), "create", "--bundle", home.toString(), "--pid-file", pidFile.toString(), id)
                .redirectOutput(log.toFile())
                .redirectError(log.toFile());
        int exit = parent.start(create).waitFor();
        if (exit != 0) {
            throw new IOException("runc create ended with " + exit + ": " + Files.readString(log));
        }
        int pid = Integer.parseInt(Files.readString(pidFile).strip());
        return new SensorTarget(pid, merged, cgroup(pid), List.of("/proc", "/dev"));
    }

    /// `runc start`, and waits for the command to end.
    void start(SensorTarget target) throws IOException, InterruptedException {
        try (PidDescriptor process = PidDescriptor.open(target.initPid())) {
            Commands.run("runc", "--root", state.toString(), "start", id);
            if (!process.awaitEnd(Duration.ofSeconds(60))) {
                throw new IOException("the command did not end within a minute: " + Files.readString(home.resolve("output")));
            }
        }
    }

    /// `runc start`, `runc exec` of another command, and the end of the first.
    void startAndJoin(SensorTarget target, ProcessParent parent, String... command) throws IOException, InterruptedException {
        try (PidDescriptor process = PidDescriptor.open(target.initPid())) {
            Commands.run("runc", "--root", state.toString(), "start", id);
            List<String> exec = Stream.concat(Stream.of("runc", "--root", state.toString(), "exec", id), Arrays.stream(command)).toList();
            Commands.finish(parent.start(new ProcessBuilder(exec)), exec);
            process.send(Signal.KILL);
            process.awaitEnd(Duration.ofSeconds(60));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Commands.run("runc", "--root", state.toString(), "delete", "--force", id);
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Unmount.detach(merged);
            removeTree(home.resolve("root"));
        }
    }

    /// The JDK cannot name what lies deeper than 4096 bytes.
    private static void removeTree(Path tree) throws IOException {
        try {
            Commands.run("rm", "-rf", tree.toString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Path cgroup(int pid) throws IOException {
        String group = Files.readAllLines(Path.of("/proc/" + pid + "/cgroup")).stream()
                .filter(line -> line.startsWith("0::"))
                .map(line -> line.substring(3))
                .findFirst()
                .orElseThrow();
        Path hierarchy = Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                .filter(line -> line.contains(" - cgroup2 "))
                .map(line -> Path.of(line.split(" ")[4]))
                .findFirst()
                .orElseThrow();
        return hierarchy.resolve(group.substring(1));
    }

    private String configuration(Optional<SeccompRequest> seccomp, List<String> command) {
        return """
                {"ociVersion": "1.0.2",
                 "process": {"user": {"uid": 0, "gid": 0}, "cwd": "/", "env": ["PATH=/bin"], "args": [%s],
                  "capabilities": {"bounding": [%5$s], "effective": [%5$s], "permitted": [%5$s]}},
                 "root": {"path": "%s", "readonly": false},
                 "mounts": [{"destination": "/proc", "type": "proc", "source": "proc"},
                            {"destination": "/dev", "type": "tmpfs", "source": "tmpfs"}],
                 "linux": {"cgroupsPath": "/%s",
                  "namespaces": [{"type": "pid"}, {"type": "network"}, {"type": "ipc"}, {"type": "uts"}, {"type": "mount"}]%s}}
                """
                .formatted(
                        quoted(command),
                        merged,
                        id,
                        seccomp.map(request -> ", \"seccomp\": " + profile(request)).orElse(""),
                        quoted(List.of("CAP_CHOWN", "CAP_SYS_CHROOT", "CAP_NET_BIND_SERVICE", "CAP_DAC_OVERRIDE", "CAP_SETUID", "CAP_KILL")));
    }

    private static String profile(SeccompRequest request) {
        return """
                {"defaultAction": "SCMP_ACT_ALLOW", "architectures": [%s], %s"syscalls": [{"names": [%s], "action": "%s"}]}"""
                .formatted(
                        quoted(SeccompRequest.architectures()),
                        request.listener().map(path -> "\"listenerPath\": \"" + path + "\", ").orElse(""),
                        quoted(request.calls()),
                        request.action());
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }
}
