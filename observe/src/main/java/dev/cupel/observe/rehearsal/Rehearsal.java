package dev.cupel.observe.rehearsal;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.manifest.Image;
import dev.cupel.observe.probe.session.ProbeListener;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.observe.run.ContainerEngine;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Stage;
import dev.cupel.observe.sensor.SensorChoice;
import dev.cupel.observe.sensor.Sensors;
import dev.cupel.observe.sensor.Unavailable;
import dev.cupel.observe.sensor.Watch;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;

/// Runs an image and writes down all that it did and answered. The original is explored once; from then on it and the slim
/// image are asked the same script.
public final class Rehearsal {
    private final ContainerEngine engine;
    private final Sensors sensors;
    private final Probing probing;

    public Rehearsal(ContainerEngine engine, Sensors sensors, Probing probing) {
        this.engine = engine;
        this.sensors = sensors;
        this.probing = probing;
    }

    /// Explores: makes up questions as it goes. What the container does wrong is in the transcript.
    public Performance explore(Image image, RunPlan run, ProbePlan probes, ProbeListener listener)
            throws IOException, InterruptedException {
        return play(image, run, probes, target -> probing.perform(probes, target, listener));
    }

    /// Asks the questions of an earlier run again.
    public Performance replay(Image image, RunPlan run, ProbePlan probes, ReplayScript script, ProbeListener listener)
            throws IOException, InterruptedException {
        return play(image, run, probes, target -> probing.replay(script, probes, target, listener));
    }

    private Performance play(Image image, RunPlan run, ProbePlan probes, Questioning questioning)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Stage stage = engine.stage(image, run);
                Cast cast = new Cast(stage, this::watch)) {
            Transcript asked = questioning.of(cast);
            Transcript whole = new LifeTurns(cast, probes, probing).after(asked);
            cast.finish();
            Duration ready = whole.exchanges().isEmpty() ? Duration.ZERO : whole.exchanges().getFirst().took();
            return new Performance(
                    cast.observations(), whole, cast.usage(), ready, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private Watch watch() {
        return switch (sensors.choose()) {
            case SensorChoice.Sighted(Watch watch, var _) -> watch;
            case SensorChoice.Blind(var unavailable) ->
                throw new CupelException(
                        Fault.ENVIRONMENT,
                        "Cannot watch a container here: "
                                + unavailable.stream().map(Unavailable::toString).collect(Collectors.joining("; ")) + ".",
                        "Run it as root, or slim without running (--no-run).");
        };
    }

    /// Asks a container.
    private interface Questioning {
        Transcript of(Cast cast) throws IOException, InterruptedException;
    }
}
