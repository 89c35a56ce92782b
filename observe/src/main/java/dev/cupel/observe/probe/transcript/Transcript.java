package dev.cupel.observe.probe.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything one container was asked and answered, in order, and what it logged meanwhile.
///
/// @param complete false when probing stopped early: the container died, or a limit was reached
/// @param remarks what a reader should know: which limit, which part of a plan did not apply
/// @param log standard output and error of the container, the middle cut out if it is long
public record Transcript(List<Exchange> exchanges, String log, boolean complete, List<String> remarks) {
    public Transcript {
        exchanges = List.copyOf(exchanges);
        remarks = List.copyOf(remarks);
    }

    /// The same questions, to be asked of another container.
    public ReplayScript script() {
        return new ReplayScript(exchanges.stream().map(Exchange::step).toList());
    }

    /// The state the container reached after its start; empty if it was not asked.
    public Optional<Readiness> readiness() {
        return exchanges.stream()
                .filter(one -> one.ask() instanceof Ask.Start)
                .map(Exchange::answer)
                .flatMap(answer -> answer instanceof Answer.State(var readiness)
                        ? Optional.of(readiness).stream()
                        : Optional.<Readiness>empty().stream())
                .findFirst();
    }

    public Optional<Exchange> exchange(String id) {
        return exchanges.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// One more exchange at the end: a turn of the container's life that was performed outside of probing.
    public Transcript plus(Exchange exchange) {
        List<Exchange> more = new ArrayList<>(exchanges);
        more.add(exchange);
        return new Transcript(more, log, complete, remarks);
    }

    /// This, followed by what was asked and answered later in the same run, whose log includes this one's.
    public Transcript followedBy(Transcript later) {
        List<Exchange> all = new ArrayList<>(exchanges);
        all.addAll(later.exchanges);
        List<String> allRemarks = new ArrayList<>(remarks);
        allRemarks.addAll(later.remarks);
        return new Transcript(all, later.log, complete && later.complete, allRemarks);
    }

    /// What the user demanded and did not get, each after the question's label.
    public List<String> unmet() {
        return exchanges.stream()
                .flatMap(one -> one.unmet().stream().map(text -> one.ask().label() + ": " + text))
                .toList();
    }
}
