package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.ProbeTarget;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives a service that listens already, but says that it is not up yet, the time to get up. Only the first question to
/// each port waits; while the container still loads files the wait goes on, at most the plan's patience.
final class Warmth {
    private static final int STILL = 8;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private final ProbeTarget target;
    private final StepRunner runner;
    private final Patience patience;
    private final Ticker ticker;
    private final Set<String> warm = new HashSet<>();

    Warmth(ProbeTarget target, StepRunner runner, Patience patience, Ticker ticker) {
        this.target = target;
        this.runner = runner;
        this.patience = patience;
        this.ticker = ticker;
    }

    Answer answer(Ask ask) throws InterruptedException {
        Answer answer = runner.answer(ask);
        if (!warm.add(place(ask)) || place(ask).isEmpty()) {
            return answer;
        }
        Deadline deadline = Deadline.in(patience.healthy(), ticker);
        Quiet quiet = new Quiet(ticker);
        Duration still = Duration.ZERO;
        while (notYet(answer) && !deadline.passed() && target.running() && still.compareTo(patience.steady().multipliedBy(STILL)) < 0) {
            ticker.pause(PAUSE);
            answer = runner.answer(ask);
            still = quiet.look(List.of(), target.filesSeen(), 0); // each refusal may be logged, so the log tells nothing here
        }
        return answer;
    }

    private static String place(Ask ask) {
        return switch (ask) {
            case Ask.Http http -> "port " + http.origin().port();
            case Ask.Talk talk -> "port " + talk.port();
            case Ask.Exec exec when exec.purpose().equals(HealthCommand.PURPOSE) -> HealthCommand.PURPOSE;
            case Ask.Exec _, Ask.HostTest _, Ask.Start _, Ask.Survey _, Ask.Turn _ -> "";
        };
    }

    private static boolean notYet(Answer answer) {
        return switch (answer) {
            case Answer.Http http -> http.status() >= 502 && http.status() <= 504;
            case Answer.Silent _ -> true;
            case Answer.Ended ended -> ended.exitCode() != 0;
            case Answer.Talk(var replies) -> replies.stream().limit(2).anyMatch(Warmth::saysStarting);
            case Answer.State _ -> false;
        };
    }

    private static boolean saysStarting(String reply) {
        return reply.contains("57P03") || reply.contains("LOADING") || reply.contains("starting up");
    }
}
