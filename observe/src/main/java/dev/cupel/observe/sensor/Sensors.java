package dev.cupel.observe.sensor;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.bpf.ProgramRefused;
import dev.cupel.linux.fanotify.OpenWatch;
import dev.cupel.linux.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out which sensors work here. The normal pair is fanotify, which sees what is opened even by the kernel itself, and eBPF,
/// which sees what is asked for by name and whether it was there; neither sees all. Where eBPF is not permitted, seccomp user
/// notification stands in for it, and where that is not to be had either, ptrace.
public final class Sensors {
    private final List<List<Candidate>> candidates;

    /// @param cache a directory where what was learnt about this kernel build is kept
    public Sensors(Path cache) {
        this(List.of(
                List.of(new Candidate("fanotify", () -> new FanotifySensor(OpenWatch.unlimited()))),
                List.of(
                        new Candidate("ebpf", () -> new EbpfSensor(Trace.load(cache, Trace.RING_BYTES))),
                        new Candidate("seccomp", () -> new SeccompSensor(Files.createDirectories(cache))),
                        new Candidate("ptrace", PtraceSensor::ready))));
    }

    /// @param candidates of each list one is used, the best first
    Sensors(List<List<Candidate>> candidates) {
        this.candidates = candidates.stream().map(List::copyOf).toList();
    }

    /// Makes the sensors for one container ready. Does not touch any container yet, so it may run while one is prepared.
    public SensorChoice choose() {
        List<Sensor> ready = new ArrayList<>();
        List<Unavailable> unavailable = new ArrayList<>();
        for (List<Candidate> alternatives : candidates) {
            firstReady(alternatives, unavailable).ifPresent(ready::add);
        }
        return ready.isEmpty()
                ? new SensorChoice.Blind(unavailable)
                : new SensorChoice.Sighted(new Watch(ready, unavailable), unavailable);
    }

    private static Optional<Sensor> firstReady(List<Candidate> alternatives, List<Unavailable> unavailable) {
        for (Candidate candidate : alternatives) {
            try {
                return Optional.of(candidate.opening.open());
            } catch (IOException e) {
                unavailable.add(new Unavailable(candidate.name, reason(e), remedy(e)));
            }
        }
        return Optional.empty();
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException missing ? missing.getFile() + " is not there" : String.valueOf(e.getMessage());
    }

    private static String remedy(IOException e) {
        int errno = e instanceof ErrnoException refused ? refused.errno() : e instanceof ProgramRefused refused ? refused.errno() : 0;
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES -> "run as root on the host, or with CAP_SYS_ADMIN, CAP_BPF and CAP_PERFMON";
            case Errno.ENOSYS, Errno.EINVAL -> "use a kernel of at least 5.8 with fanotify, BPF and BTF";
            default -> "use a kernel with CONFIG_FANOTIFY, CONFIG_BPF_SYSCALL and CONFIG_DEBUG_INFO_BTF";
        };
    }

    /// A sensor that may work here.
    record Candidate(String name, Opening opening) {}

    /// Tries it.
    interface Opening {
        Sensor open() throws IOException;
    }
}
