package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.ExecResult;
import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.probe.http.Visitor;
import dev.cupel.observe.probe.protocol.Conversation;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import java.io.IOException;
import java.util.concurrent.Callable;

/// Asks one question and waits for the answer.
final class StepRunner {
    private final ProbeTarget target;
    private final ReadinessWatch readiness;
    private final Conversation conversation;
    private final Visitor visitor;

    StepRunner(ProbeTarget target, ProbePlan plan, Ticker ticker) {
        this.target = target;
        this.readiness = new ReadinessWatch(target, plan.patience(), ticker);
        this.visitor = new Visitor(plan.limits().http(), ticker::nanos);
        this.conversation = new Conversation(plan.environment(), plan.limits().reply());
    }

    /// What the container does is in the answer, its silence too.
    Answer answer(Ask ask) throws InterruptedException {
        try {
            return switch (ask) {
                case Ask.Start(var ports) -> new Answer.State(readiness.await(ports));
                case Ask.Survey() -> new Answer.State(readiness.now());
                case Ask.Http http -> inside(() -> visitor.ask(http));
                case Ask.Talk talk -> inside(() -> conversation.hold(talk));
                case Ask.Exec exec -> ended(target.exec(exec.command(), exec.environment(), exec.timeout()));
                case Ask.HostTest test -> inside(() -> HostCommand.run(test));
                case Ask.Turn turn -> throw new IllegalArgumentException(turn.name() + " is for whoever runs the container");
            };
        } catch (IOException e) {
            return new Answer.Silent(e.getMessage() == null ? "the connection broke" : e.getMessage());
        }
    }

    /// Runs something on a thread inside the container's network.
    <T> T inside(Callable<T> action) throws IOException, InterruptedException {
        try {
            return target.inNetwork(action);
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the container's network cannot be entered: " + e.getMessage(), e);
        }
    }

    private static Answer ended(ExecResult result) {
        return new Answer.Ended(result.exitCode(), result.output(), result.errors());
    }
}
