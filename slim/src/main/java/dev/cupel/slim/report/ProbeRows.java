package dev.cupel.slim.report;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.slim.slimming.Slimmed;
import java.util.List;

/// Each question and both answers, in one line each.
record ProbeRows(Slimmed.Runs runs) {

    List<SlimReport.ProbeRow> rows() {
        Transcript before = runs.original().transcript();
        Transcript after = runs.slim().transcript();
        return before.exchanges().stream().map(one -> row(one, after)).toList();
    }

    private SlimReport.ProbeRow row(Exchange one, Transcript after) {
        String now = after.exchange(one.id()).map(same -> words(same.answer())).orElse("was not asked");
        return new SlimReport.ProbeRow(
                one.id(),
                one.ask().label(),
                words(one.answer()),
                now,
                !runs.different().contains(one.id()),
                !runs.unsteady().contains(one.id()),
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
