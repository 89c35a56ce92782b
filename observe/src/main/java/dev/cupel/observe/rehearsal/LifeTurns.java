package dev.cupel.observe.rehearsal;

import dev.cupel.linux.process.Signal;
import dev.cupel.observe.probe.session.ProbePlan;
import dev.cupel.observe.probe.session.Probing;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Readiness;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.probe.transcript.Step;
import dev.cupel.observe.probe.transcript.Transcript;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The turns of a container's life that follow the probes: reload, stop, second start. A container that served and one that did
/// not end by itself goes through them; a command-line tool has had its life by then.
record LifeTurns(Cast cast, ProbePlan plan, Probing probing) {
    private static final Duration GRACE = Duration.ofSeconds(10);

    /// The transcript with the turns behind it.
    Transcript after(Transcript asked) throws IOException, InterruptedException {
        Transcript whole = asked;
        for (Ask.Turn turn : plan.lifeCycle().turns()) {
            boolean starts = turn.signal().isEmpty();
            if (!starts && !cast.running()) {
                return whole;
            }
            long begun = System.nanoTime();
            long before = cast.filesSeen();
            Readiness state = perform(turn, whole.readiness());
            Step step = new Step("turn-" + turn.name().replace(' ', '-'), turn, Expectation.ANYTHING, turn.label());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            whole = whole.plus(new Exchange(step, new Answer.State(state), List.of(), cast.filesSeen() - before, took));
        }
        return new Transcript(whole.exchanges(), cast.log(), whole.complete(), whole.remarks());
    }

    private Readiness perform(Ask.Turn turn, Optional<Readiness> atStart) throws IOException, InterruptedException {
        cast.phase(turn.label());
        if (turn.signal().isEmpty()) {
            cast.restart(turn.label());
            return settled(turn.label(), atStart);
        }
        if (turn.name().equals("stop")) {
            return new Readiness.Exited(cast.container().stop(GRACE).exitCode(), "");
        }
        Optional<Signal> signal = Signal.parse(turn.signal());
        if (signal.isPresent()) {
            cast.container().signal(signal.get());
        }
        return settled(turn.label(), atStart);
    }

    /// Waits until the container is where it was when it was started first.
    private Readiness settled(String phase, Optional<Readiness> atStart) throws InterruptedException {
        Ask.Start start = new Ask.Start(plan.ports().isEmpty() ? plan.exposed() : plan.ports());
        ReplayScript script = new ReplayScript(List.of(new Step("settle", start, Expectation.ANYTHING, phase)));
        Transcript answer = probing.replay(script, plan, cast, _ -> {});
        return answer.readiness().or(() -> atStart).orElse(new Readiness.Idle());
    }
}
