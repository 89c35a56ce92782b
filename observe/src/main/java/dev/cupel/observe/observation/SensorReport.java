package dev.cupel.observe.observation;

import java.util.List;

/// Who watched, and whether anything may have slipped by. `lost` events or a failed canary make a run incomplete, and an
/// incomplete run is repeated or said to be so, never passed over.
///
/// @param sensors names of the sensors that were attached
/// @param kernel release of the kernel, as `uname -r` prints it
/// @param lost events that the kernel says it dropped, and canaries that were not seen, over all sensors; zero in an incomplete run means
///     that it did what these sensors cannot see
/// @param remarks what a reader should know: sensors that are not permitted here and why, truncated paths
public record SensorReport(List<String> sensors, String kernel, long lost, boolean complete, List<String> remarks) {
    public SensorReport {
        sensors = List.copyOf(sensors);
        remarks = List.copyOf(remarks);
    }
}
