package dev.cupel.observe.sensor;

import dev.cupel.observe.observation.Observations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// All sensors of one container, as one thing. Its life: [#seccomp] goes into the configuration, [#parent] starts the runtime's
/// `create`, [#attach] comes between `create` and `start`, [#phase] as often as needed, [#observations] after the last process ended.
public final class Watch implements AutoCloseable {
    private static final Path KERNEL_RELEASE = Path.of("/proc/sys/kernel/osrelease");

    private final List<Sensor> sensors;
    private final Deque<Sensor> open;
    private final Canary canary = new Canary(new SecureRandom());
    private final AccessLog log = new AccessLog(canary);

    Watch(List<Sensor> sensors, List<Unavailable> unavailable) {
        this.sensors = List.copyOf(sensors);
        this.open = new ArrayDeque<>(sensors);
        unavailable.forEach(one -> log.remark(one.toString()));
        if (sensors.stream().noneMatch(EbpfSensor.class::isInstance)) {
            log.remark("which capabilities were used is not known: only eBPF sees them");
        }
    }

    /// Names of the sensors, such as `fanotify` and `ebpf`.
    public List<String> sensors() {
        return sensors.stream().map(Sensor::name).toList();
    }

    /// What has to stand in `linux.seccomp` of the configuration before the container is created.
    public Optional<SeccompRequest> seccomp() {
        return sensors.stream().map(Sensor::seccomp).flatMap(Optional::stream).findFirst();
    }

    /// Starts the commands of the runtime that make processes in the container, as the sensors need them started.
    public Optional<ProcessParent> parent() {
        return sensors.stream().map(Sensor::parent).flatMap(Optional::stream).findFirst();
    }

    /// Begins to watch a container that is created and not started. Nothing that it does from now on is missed: a canary has
    /// been seen by every sensor that can see one, or the observations will be incomplete and say so.
    public void attach(SensorTarget target) throws IOException {
        log.leaveOut(target.mounts());
        for (Sensor sensor : sensors) {
            sensor.attach(target, log);
        }
        if (sensors.stream().anyMatch(EbpfSensor.class::isInstance)) {
            canary.sing(target.cgroup());
        }
    }

    /// What the container does from now on belongs to this phase; the first is `start`.
    public void phase(String label) throws IOException {
        drain();
        log.begin(label);
        for (Sensor sensor : open) {
            sensor.beginPhase();
        }
    }

    /// How many different paths of the image the container's programs have found so far.
    public long filesSeen() throws IOException {
        drain();
        return log.filesSeen();
    }

    /// Ends watching and tells all. Call it when the last process of the container has ended.
    public Observations observations() throws IOException {
        close();
        return log.observations(sensors(), Files.readString(KERNEL_RELEASE).strip());
    }

    /// Ends watching; nothing is left in the kernel.
    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private void drain() throws IOException {
        for (Sensor sensor : open) {
            sensor.drain();
        }
    }
}
