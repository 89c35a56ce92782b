package dev.cupel.observe.probe.transcript;

import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Holds one expectation against answers.
record Demands(Expectation expected) {
    List<String> of(Answer.Http answer) {
        List<String> unmet = new ArrayList<>();
        expected.statusUnmet(answer.status()).ifPresent(unmet::add);
        for (Header wanted : expected.headers()) {
            boolean there = answer.headers().stream()
                    .anyMatch(one -> one.name().equalsIgnoreCase(wanted.name()) && one.value().contains(wanted.value()));
            if (!there) {
                unmet.add("no header " + Quoted.of(wanted.name()) + " with " + Quoted.of(wanted.value()));
            }
        }
        unmet.addAll(text(answer.body().text()));
        return unmet;
    }

    List<String> of(Answer.Ended answer) {
        List<String> unmet = new ArrayList<>();
        expected.exitCodeUnmet(answer.exitCode()).ifPresent(unmet::add);
        unmet.addAll(text(answer.output() + answer.errors()));
        return unmet;
    }

    List<String> text(String text) {
        List<String> unmet = new ArrayList<>();
        expected.contains().stream()
                .filter(wanted -> !text.contains(wanted))
                .forEach(wanted -> unmet.add("does not hold " + Quoted.of(wanted)));
        expected.absent().stream()
                .filter(text::contains)
                .forEach(unwanted -> unmet.add("holds " + Quoted.of(unwanted)));
        return unmet;
    }
}
