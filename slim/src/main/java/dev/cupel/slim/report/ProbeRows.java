package dev.cupel.slim.report;

import dev.cupel.observe.probe.comparison.TranscriptComparison;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.slim.slimming.Slimmed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Each question and both answers, in one line each.
record ProbeRows(Slimmed.Runs runs) {

    List<SlimReport.ProbeRow> rows() {
        Transcript before = runs.original().transcript();
        Transcript after = runs.slim().transcript();
        Set<String> different = new TranscriptComparison(List.of(before, runs.repeated().transcript()))
                .with(after).stream().map(one -> one.exchange()).collect(Collectors.toSet());
        return before.exchanges().stream().map(one -> row(one, after, different)).toList();
    }

    private static SlimReport.ProbeRow row(Exchange one, Transcript after, Set<String> different) {
        String now = after.exchange(one.id()).map(same -> words(same.answer())).orElse("was not asked");
        return new SlimReport.ProbeRow(
                one.id(),
                one.ask().label(),
                words(one.answer()),
                now,
                !different.contains(one.id()),
                Math.toIntExact(one.newFiles()));
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.State(var readiness) -> readiness.summary();
            case Answer.Http http -> "status " + http.status() + http.header("content-type").map(type -> ", " + type).orElse("");
            case Answer.Talk(var replies) -> replies.size() + " replies";
            case Answer.Ended(int code, var _, var _) -> "exit code " + code;
            case Answer.Silent(var reason) -> "no answer: " + reason;
        };
    }
}
