package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.probe.http.HttpProbing;
import dev.cupel.observe.probe.protocol.CustomaryTalk;
import dev.cupel.observe.probe.protocol.Greeting;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Origin;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.probe.transcript.Service;
import dev.cupel.observe.probe.transcript.Step;
import dev.cupel.observe.probe.transcript.Transcript;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/// Asks a running container everything a plan wants to know. [#perform] makes questions up as it goes and is for the original
/// image; [#replay] asks exactly the questions of such a run again.
public final class Probing {
    private final Ticker ticker;

    public Probing(Ticker ticker) {
        this.ticker = ticker;
    }

    /// Waits until the container is ready, explores what it serves, asks the user's own questions, looks whether it still
    /// lives. What the container does wrong is in the transcript; an exception means that it could not be watched.
    public Transcript perform(ProbePlan plan, ProbeTarget target, ProbeListener listener) throws IOException, InterruptedException {
        Session session = new Session(target, plan, ticker, listener);
        Exchange start = session.ask(plan.start());
        if (plan.healthCheck().isPresent() && target.running()) {
            session.ask(plan.healthCheck().get());
        }
        if (plan.crawl() && start.answer() instanceof Answer.State(var readiness) && readiness.serves()) {
            explore(plan, target, session);
        }
        for (ProbePlan.Question question : plan.questions()) {
            session.ask(question.ask(), question.expectation());
        }
        session.ask(new Ask.Survey());
        return session.transcript();
    }

    /// Asks the same again; turns of life in the script are left to whoever runs the container.
    ///
    /// @param plan the one the script came from: it holds the environment and the limits
    public Transcript replay(ReplayScript script, ProbePlan plan, ProbeTarget target, ProbeListener listener)
            throws InterruptedException {
        Session session = new Session(target, plan, ticker, listener);
        for (Step step : script.steps()) {
            if (!(step.ask() instanceof Ask.Turn)) {
                session.perform(step);
            }
        }
        return session.transcript();
    }

    private static void explore(ProbePlan plan, ProbeTarget target, Session session) throws IOException, InterruptedException {
        SortedSet<Integer> ports = ReadinessWatch.tcp(target.listening());
        for (int port : ports.stream().limit(plan.limits().ports()).toList()) {
            target.phase("greeting " + port);
            Optional<Service> service = session.runner().inside(() -> Greeting.of(port));
            if (service.isPresent() && !session.exhausted()) {
                explore(service.get(), port, plan, session);
            }
        }
        if (ports.size() > plan.limits().ports()) {
            session.remark("it listens on %d ports; the first %d were explored".formatted(ports.size(), plan.limits().ports()));
        }
    }

    private static void explore(Service service, int port, ProbePlan plan, Session session) throws InterruptedException {
        for (Ask.Talk talk : CustomaryTalk.with(service, port, plan.environment())) {
            session.ask(talk);
        }
        if (service == Service.HTTP || service == Service.HTTPS) {
            Origin origin = new Origin(port, service == Service.HTTPS);
            boolean explored = new HttpProbing(origin, plan.limits().http(), session).explore();
            if (!explored) {
                session.remark("exploring %s stopped at a limit, or the container ended".formatted(origin));
            }
        }
    }
}
