package dev.cupel.observe.rehearsal;

import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.observe.run.Limits;
import dev.cupel.observe.run.Stage;
import dev.cupel.observe.run.Usage;
import dev.cupel.observe.sensor.Sensors;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One image's life on stage: start, questions, reload, stop, second start.
final class Life {
    private static final Duration SHORT_GRACE = Duration.ofSeconds(1);

    private final Stage stage;
    private final Sensors sensors;
    private final Turns turns;
    private final Stopwatch watch;
    private final Limits limits;
    private final List<Observations> seen = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();
    private final List<String> remarks = new ArrayList<>();

    Life(Stage stage, Sensors sensors, Turns turns, Stopwatch watch, Limits limits) {
        this.stage = stage;
        this.remarks.addAll(stage.remarks());
        this.sensors = sensors;
        this.turns = turns;
        this.watch = watch;
        this.limits = limits;
    }

    Performance live(Lookout lookout, Rehearsal.Asking asking) throws IOException, InterruptedException {
        Transcript transcript;
        OptionalInt exitCode;
        Usage usage;
        boolean served;
        try (OnStage actor = OnStage.enter(stage, sensors, lookout, "start")) {
            watch.lap("create");
            actor.container().start();
            transcript = asking.of(actor);
            watch.lap("probe");
            served = actor.running();
            if (served) {
                transcript = turns.reload(actor, transcript);
                transcript = turns.stop(actor, transcript, remarks);
                watch.lap("stop");
            }
            exitCode = actor.exitCode();
            usage = actor.container().usage();
            tell(actor, usage);
            log.append(actor.log());
            seen.addAll(actor.observations());
        }
        if (served && turns.secondStartIsWanted()) {
            transcript = secondStart(transcript);
            watch.lap("second start");
        }
        Transcript whole =
                new Transcript(transcript.exchanges(), new CutLog(log.toString()).text(), transcript.complete(), transcript.remarks());
        return new Performance(
                new Gathered(seen).whole(), whole, usage, exitCode, untilReady(whole), watch.laps(), remarks);
    }

    private Transcript secondStart(Transcript before) throws IOException, InterruptedException {
        try (Choosing choosing = Choosing.begin(sensors);
                OnStage actor = OnStage.enter(stage, sensors, choosing.lookout(), Turns.SECOND_START)) {
            actor.container().start();
            Transcript after = turns.secondStart(actor, before);
            actor.phase("second stop");
            actor.container().stop(SHORT_GRACE);
            log.append(actor.log());
            seen.addAll(actor.observations());
            return after;
        }
    }

    private void tell(OnStage actor, Usage usage) {
        if (!actor.container().endedBecause().isEmpty()) {
            remarks.add("it was ended because " + actor.container().endedBecause());
        }
        long killed = usage.killedForMemory().orElse(0);
        if (killed > 0) {
            remarks.add("%d of its processes were killed at the memory limit".formatted(killed));
        }
        long refused = usage.refusedProcesses().orElse(0);
        if (refused > 0) {
            remarks.add("it was refused another process %d times: it may have %d at one time"
                    .formatted(refused, limits.processes()));
        }
    }

    private static Optional<Duration> untilReady(Transcript transcript) {
        boolean ready = transcript.readiness().filter(one -> !(one instanceof Readiness.Unready)).isPresent();
        return transcript.exchanges().stream()
                .filter(one -> ready && one.ask() instanceof Ask.Start)
                .map(Exchange::took)
                .findFirst();
    }
}
