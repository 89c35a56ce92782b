package dev.cupel.observe.recording;

import java.util.Optional;

/// A tool whose recordings are understood.
public enum RecordingTool {
    TETRAGON("tetragon", ""),
    TRACEE("tracee", "tracee tells of lost events in its log only, not among its events"),
    FALCO("falco", ""),
    INSPEKTOR_GADGET("inspektor-gadget", "inspektor-gadget tells of lost events on its standard error only, not among its events");

    private final String sensor;
    private final String caveat;

    RecordingTool(String sensor, String caveat) {
        this.sensor = sensor;
        this.caveat = caveat;
    }

    /// What it is called as the sensor of an observation.
    public String sensor() {
        return sensor;
    }

    /// What its recordings cannot tell of their own completeness; empty where they can.
    Optional<String> caveat() {
        return caveat.isEmpty() ? Optional.empty() : Optional.of(caveat);
    }
}
