package dev.cupel.observe.probe.comparison;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the answers to one question.
///
/// @param question of the original
/// @param originals the original's answers, one a run
record ExchangeComparison(Exchange question, List<Answer> originals) {
    List<Difference> with(Answer now) {
        if (originals.stream().map(Object::getClass).distinct().count() > 1) {
            return List.of(); // the original itself answers now and is silent then
        }
        return switch (originals.getFirst()) {
            case Answer.Silent _ -> List.of();
            case Answer.Http _ -> now instanceof Answer.Http http
                    ? new HttpComparison(question, of(Answer.Http.class)).with(http)
                    : silent(now);
            case Answer.Talk _ -> now instanceof Answer.Talk(var replies) ? replies(replies) : silent(now);
            case Answer.Ended _ -> now instanceof Answer.Ended ended ? ended(ended) : silent(now);
            case Answer.State _ -> now instanceof Answer.State state
                    ? new StateComparison(question, of(Answer.State.class)).with(state)
                    : silent(now);
        };
    }

    private List<Difference> silent(Answer now) {
        String reason = now instanceof Answer.Silent(var text) ? text : "an answer of another kind";
        return List.of(new Difference.NoAnswer(question.id(), question.ask().label(), reason));
    }

    private List<Difference> replies(List<String> now) {
        List<Answer.Talk> known = of(Answer.Talk.class);
        List<Difference> all = new ArrayList<>();
        for (int i = 0; i < known.getFirst().replies().size(); i++) {
            int index = i;
            List<String> texts = known.stream().map(one -> index < one.replies().size() ? one.replies().get(index) : "").toList();
            text("reply " + (i + 1), texts, i < now.size() ? now.get(i) : "").ifPresent(all::add);
        }
        return all;
    }

    private List<Difference> ended(Answer.Ended now) {
        List<Answer.Ended> known = of(Answer.Ended.class);
        List<Difference> all = new ArrayList<>();
        if (known.stream().noneMatch(one -> one.exitCode() == now.exitCode())) {
            all.add(new Difference.OtherExitCode(
                    question.id(), question.ask().label(), known.getFirst().exitCode(), now.exitCode(), now.errors()));
        }
        // The user's own test prints what it likes; its verdict is its exit code.
        if (!(question.ask() instanceof Ask.HostTest)) {
            text("output", known.stream().map(Answer.Ended::output).toList(), now.output()).ifPresent(all::add);
            text("errors", known.stream().map(Answer.Ended::errors).toList(), now.errors()).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Difference> text(String place, List<String> known, String now) {
        return TextTemplate.of(known)
                .departure(now)
                .map(one -> new Difference.OtherText(question.id(), question.ask().label(), place, one.original(), one.now()));
    }

    private <T extends Answer> List<T> of(Class<T> kind) {
        return originals.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
