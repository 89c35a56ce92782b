package dev.cupel.observe.probe.comparison;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Readiness;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares the states that containers reached. A port that not every run of the original listened on is a random one.
record StateComparison(Exchange question, List<Answer.State> originals) {
    List<Difference> with(Answer.State now) {
        boolean same = switch (originals.getFirst().readiness()) {
            case Readiness.Listening _ -> now.readiness() instanceof Readiness.Listening(var sockets) && sameSockets(sockets);
            case Readiness.Idle() -> now.readiness() instanceof Readiness.Idle;
            case Readiness.Exited _ -> now.readiness() instanceof Readiness.Exited(var code, _) && known(code);
            case Readiness.Unready _ -> now.readiness() instanceof Readiness.Unready;
        };
        return same
                ? List.of()
                : List.of(new Difference.OtherState(question.id(), question.ask().label(),
                        originals.getFirst().readiness().summary(), now.readiness().summary()));
    }

    private boolean known(int code) {
        return originals.stream().anyMatch(one -> one.readiness() instanceof Readiness.Exited(var seen, _) && seen == code);
    }

    private boolean sameSockets(Set<String> now) {
        Set<String> always = new TreeSet<>(sockets(originals.getFirst()));
        Set<String> ever = new TreeSet<>();
        originals.forEach(one -> always.retainAll(sockets(one)));
        originals.forEach(one -> ever.addAll(sockets(one)));
        boolean stable = always.equals(ever);
        return now.containsAll(always) && (!stable || ever.containsAll(now));
    }

    private static Set<String> sockets(Answer.State state) {
        return state.readiness() instanceof Readiness.Listening(var sockets) ? sockets : Set.of();
    }
}
