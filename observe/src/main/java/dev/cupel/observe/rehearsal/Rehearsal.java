package dev.cupel.observe.rehearsal;

import dev.cupel.image.manifest.Image;
import dev.cupel.observe.observation.SensorReport;
import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.probe.session.ProbeListener;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.observe.run.ContainerEngine;
import dev.cupel.observe.run.RunPlan;
import dev.cupel.observe.run.Stage;
import dev.cupel.observe.sensor.Sensors;
import java.io.IOException;

/// Runs an image from its start over its probes to a second start on the same volumes, and tells everything.
public final class Rehearsal {
    private final ContainerEngine engine;
    private final Sensors sensors;
    private final Probing probing;

    public Rehearsal(ContainerEngine engine, Sensors sensors, Probing probing) {
        this.engine = engine;
        this.sensors = sensors;
        this.probing = probing;
    }

    /// Who runs the images, as reports call it.
    public String runtime() {
        return engine.name();
    }

    /// Explores the image: questions are made up as answers come.
    public Performance explore(Image image, RunPlan how, ProbePlan probes, ProbeListener listener)
            throws IOException, InterruptedException {
        return play(image, how, probes, target -> probing.perform(probes, target, listener));
    }

    /// Asks another image exactly what was asked before.
    public Performance replay(Image image, RunPlan how, ProbePlan probes, ReplayScript script, ProbeListener listener)
            throws IOException, InterruptedException {
        return play(image, how, probes, target -> probing.replay(script, probes, target, listener));
    }

    /// A run of which something was lost is run again, once: a queue that was full on a busy machine is not the next time. What the
    /// first showed, such as a file asked for in vain, counts too. What no sensor here can see is not seen the next time either.
    private Performance play(Image image, RunPlan how, ProbePlan probes, Asking asking) throws IOException, InterruptedException {
        Performance first = playOnce(image, how, probes, asking);
        SensorReport sensors = first.observations().sensors();
        return sensors.complete() || sensors.lost() == 0
                ? first
                : playOnce(image, how, probes, asking)
                        .after(first)
                        .withRemark("it was run a second time, because the first was not seen whole: " + String.join("; ", sensors.remarks()));
    }

    private Performance playOnce(Image image, RunPlan how, ProbePlan probes, Asking asking) throws IOException, InterruptedException {
        Stopwatch watch = new Stopwatch();
        try (Choosing choosing = Choosing.begin(sensors);
                Stage stage = engine.stage(image, how)) {
            Lookout lookout = choosing.lookout();
            watch.lap("prepare");
            return new Life(stage, sensors, new Turns(probing, probes), watch, how.limits()).live(lookout, asking);
        }
    }

    /// The questions between start and stop.
    interface Asking {
        Transcript of(ProbeTarget target) throws IOException, InterruptedException;
    }
}
