package dev.cupel.observe.probe.comparison;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the runs of an original image with a run of another one that was asked the same. With two runs of the original
/// it knows what varies by itself; with one it has only patterns for that and is more easily alarmed.
///
/// @param originals transcripts of one script, at least one
public record TranscriptComparison(List<Transcript> originals) {
    public TranscriptComparison {
        originals = List.copyOf(originals);
        if (originals.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to compare with: no run of the original");
        }
    }

    /// All differences, in the order of the questions; trouble in the log comes last. Empty: it behaves the same.
    public List<Difference> with(Transcript now) {
        List<Difference> all = new ArrayList<>();
        for (Exchange original : originals.getFirst().exchanges()) {
            Optional<Exchange> same = now.exchange(original.id());
            if (same.isEmpty()) {
                all.add(new Difference.NotAsked(original.id(), original.ask().label()));
            } else {
                all.addAll(new ExchangeComparison(original, answersTo(original.id())).with(same.get().answer()));
                same.get().unmet().stream()
                        .filter(demand -> !original.unmet().contains(demand))
                        .forEach(demand -> all.add(new Difference.Unmet(original.id(), original.ask().label(), demand)));
            }
        }
        LogSignature known = LogSignature.of(originals.stream().map(Transcript::log).toList());
        known.newTrouble(now.log()).forEach(line -> all.add(new Difference.NewLogLine(line)));
        return List.copyOf(all);
    }

    private List<Answer> answersTo(String id) {
        return originals.stream().map(one -> one.exchange(id)).flatMap(Optional::stream).map(Exchange::answer).toList();
    }
}
