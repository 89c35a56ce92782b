package dev.cupel.observe.sensor;

import dev.cupel.linux.fanotify.OpenWatch;
import dev.cupel.linux.trace.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Sensors by name, as the table in the documentation has them, for tests and measurements of one alone.
public final class OneSensor {
    private OneSensor() {}

    /// A choice that has this one only, or these, where a plus stands between them.
    public static Sensors named(String names, Path cache) {
        return new Sensors(Arrays.stream(names.split(" \\+ ", -1))
                .map(name -> List.of(new Sensors.Candidate(name, opening(name, cache))))
                .toList());
    }

    /// A choice that finds the queue of eBPF too small.
    public static Sensors losing(Path cache) {
        return new Sensors(List.of(List.of(new Sensors.Candidate("ebpf", () -> new EbpfSensor(Trace.load(cache, 4096))))));
    }

    private static Sensors.Opening opening(String name, Path cache) {
        return switch (name) {
            case "fanotify" -> () -> new FanotifySensor(OpenWatch.unlimited());
            case "ebpf" -> () -> new EbpfSensor(Trace.load(cache, Trace.RING_BYTES));
            case "seccomp" -> () -> new SeccompSensor(Files.createDirectories(cache));
            case "ptrace" -> PtraceSensor::filtered;
            case "ptrace, every call" -> PtraceSensor::everyCall;
            default -> throw new IllegalArgumentException("no sensor is called " + name);
        };
    }
}
