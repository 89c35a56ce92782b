package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.observe.run.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// All that one rehearsal of one image showed.
///
/// @param observations of all its containers: the first, those of commands after its end, the second start
/// @param transcript with the turns of its life behind the questions; its log is that of the first and the second start
/// @param usage of the container that was probed
/// @param exitCode of its first process, as a shell tells it
/// @param untilReady from the command's start until it had settled, for a tool until it had ended; empty where it never did
/// @param timings how long each part took, in order: `prepare`, `create`, `probe`, `stop`, `second start`
/// @param remarks what a reader of a report should know: killed for memory, for its scratch limit, refused processes, ignored its stop
///     signal, run twice
public record Performance(
        Observations observations,
        Transcript transcript,
        Usage usage,
        OptionalInt exitCode,
        Optional<Duration> untilReady,
        Map<String, Duration> timings,
        List<String> remarks) {
    public Performance {
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
        remarks = List.copyOf(remarks);
    }

    /// With what an earlier run of the same image showed; whether all was seen is told of this one.
    Performance after(Performance earlier) {
        Observations both = new Gathered(List.of(earlier.observations, observations)).whole().reportedBy(observations.sensors());
        return new Performance(both, transcript, usage, exitCode, untilReady, timings, remarks);
    }

    Performance withRemark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Performance(observations, transcript, usage, exitCode, untilReady, timings, more);
    }

    /// From the first step to the last.
    public Duration total() {
        return timings.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
