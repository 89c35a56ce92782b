package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.observe.run.Usage;
import java.time.Duration;

/// What came of one rehearsal.
///
/// @param observations of all containers that it took: the first start, commands, the second start
/// @param usage of the container that was probed
/// @param untilReady from the command's start until the container had settled; the whole run for a command-line tool
/// @param total from the first step to the last
public record Performance(
        Observations observations, Transcript transcript, Usage usage, Duration untilReady, Duration total) {}
