package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Asker;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Step;
import dev.cupel.observe.probe.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One run of questions against one container: numbers them, names the phases, counts new files, keeps the answers.
final class Session implements Asker {
    private static final int LOG_HEAD = 64 << 10;
    private static final int LOG_TAIL = 192 << 10;
    private final ProbeTarget target;
    private final Ticker ticker;
    private final ProbeListener listener;
    private final StepRunner runner;
    private final Warmth warmth;
    private final ProbePlan plan;
    private Deadline deadline;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Session(ProbeTarget target, ProbePlan plan, Ticker ticker, ProbeListener listener) {
        this.target = target;
        this.plan = plan;
        this.ticker = ticker;
        this.listener = listener;
        this.runner = new StepRunner(target, plan, ticker);
        this.warmth = new Warmth(target, runner, plan.patience(), ticker);
        this.deadline = Deadline.in(plan.limits().total(), ticker);
    }

    @Override
    public Exchange ask(Ask ask, Expectation expectation) throws InterruptedException {
        String kind = ask.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return perform(new Step(kind + "-" + numbers.merge(kind, 1, Integer::sum), ask, expectation, ask.label()));
    }

    /// Asks exactly this, under the id it has.
    Exchange perform(Step step) throws InterruptedException {
        target.phase(step.phase());
        long before = target.filesSeen();
        long start = ticker.nanos();
        Answer answer = answer(step.ask());
        Duration took = Duration.ofNanos(ticker.nanos() - start);
        Exchange exchange = new Exchange(step, answer, step.expectation().unmetBy(answer), target.filesSeen() - before, took);
        exchanges.add(exchange);
        listener.asked(exchange);
        return exchange;
    }

    private Answer answer(Ask ask) throws InterruptedException {
        boolean serverGone = !target.running() && (ask instanceof Ask.Http || ask instanceof Ask.Talk);
        if (serverGone) {
            return new Answer.Silent("the container has ended");
        }
        Answer answer = warmth.answer(new Borrowing(exchanges).renew(ask));
        if (ask instanceof Ask.Start) {
            deadline = Deadline.in(plan.limits().total(), ticker); // getting ready has a limit of its own
        }
        return answer;
    }

    @Override
    public boolean exhausted() {
        return deadline.passed() || !target.running();
    }

    StepRunner runner() {
        return runner;
    }

    void remark(String text) {
        remarks.add(text);
    }

    Transcript transcript() {
        return new Transcript(exchanges, bounded(target.log()), remarks.isEmpty(), remarks);
    }

    private static String bounded(String log) {
        return log.length() <= LOG_HEAD + LOG_TAIL
                ? log
                : log.substring(0, LOG_HEAD) + "\n(… cut …)\n" + log.substring(log.length() - LOG_TAIL);
    }
}
