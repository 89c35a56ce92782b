package dev.cupel.observe.rehearsal;

import dev.cupel.image.Quoted;
import dev.cupel.linux.process.Signal;
import dev.cupel.observe.observation.ListeningSocket;
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
import dev.cupel.observe.run.Stopped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The turns of a container's life that follow the questions. Each is an exchange of the transcript whose answer is the state it
/// led to.
record Turns(Probing probing, ProbePlan plan) {
    static final String SECOND_START = "second start";
    private static final Duration GRACE = Duration.ofSeconds(10); // as `docker stop`

    boolean secondStartIsWanted() {
        return plan.lifeCycle().secondStart();
    }

    /// Lets the program read its configuration again, where it is known to.
    Transcript reload(OnStage actor, Transcript before) throws IOException, InterruptedException {
        if (plan.lifeCycle().reloadSignal().isEmpty()) {
            return before;
        }
        String name = plan.lifeCycle().reloadSignal().get();
        Signal signal = Signal.parse(name)
                .orElseThrow(() -> new IllegalArgumentException("a program is reloaded by no signal " + Quoted.of(name)));
        SortedSet<Integer> ports = ports(actor.listening());
        return before.plus(taken(actor, new Ask.Turn("reload", signal.name()), () -> {
            actor.container().signal(signal);
            return settled(actor, ports, "reload");
        }));
    }

    Transcript stop(OnStage actor, Transcript before, List<String> remarks) throws IOException, InterruptedException {
        return before.plus(taken(actor, new Ask.Turn("stop", plan.lifeCycle().stopSignal()), () -> {
            Stopped stopped = actor.container().stop(GRACE);
            if (stopped.forced()) {
                remarks.add("it did not end within %d s of %s and was killed".formatted(GRACE.toSeconds(), stopped.signal().name()));
            }
            return new Readiness.Exited(stopped.exitCode(), "");
        }));
    }

    /// Waits for a container that was just started again to be ready for what the first one was.
    Transcript secondStart(OnStage actor, Transcript before) throws IOException, InterruptedException {
        SortedSet<Integer> ports = before.exchanges().stream()
                .flatMap(one -> one.ask() instanceof Ask.Start(var wanted) ? wanted.stream() : Stream.<Integer>empty())
                .collect(Collectors.toCollection(TreeSet::new));
        return before.plus(
                taken(actor, new Ask.Turn(SECOND_START, ""), () -> settled(actor, ports, SECOND_START)));
    }

    private static Exchange taken(OnStage actor, Ask.Turn turn, Turning turning) throws IOException, InterruptedException {
        actor.phase(turn.name());
        long files = actor.filesSeen();
        long begun = System.nanoTime();
        Answer answer = new Answer.State(turning.take());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Step step = new Step("turn-" + turn.name().replace(' ', '-'), turn, Expectation.ANYTHING, turn.name());
        return new Exchange(step, answer, List.of(), actor.filesSeen() - files, took);
    }

    /// The state it settles in, found the way the first start's was.
    private Readiness settled(OnStage actor, SortedSet<Integer> ports, String phase) throws InterruptedException {
        Step start = new Step("start", new Ask.Start(ports), Expectation.ANYTHING, phase);
        return probing.replay(new ReplayScript(List.of(start)), plan, actor, _ -> {})
                .readiness()
                .orElseGet(() -> new Readiness.Unready("nobody could tell whether it was ready", actor.log()));
    }

    private static SortedSet<Integer> ports(List<ListeningSocket> sockets) {
        return sockets.stream()
                .filter(socket -> socket.protocol().equals("tcp"))
                .map(ListeningSocket::port)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What happens in a turn; the state it leads to.
    private interface Turning {
        Readiness take() throws IOException, InterruptedException;
    }
}
