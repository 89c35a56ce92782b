package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.LocalServer;
import dev.cupel.observe.probe.comparison.Difference;
import dev.cupel.observe.probe.comparison.TranscriptComparison;
import dev.cupel.observe.probe.transcript.Transcript;
import java.util.List;
import java.util.concurrent.Callable;

/// One server started three times: probed, and twice asked the same again. The last run stands for the slim image.
record Runs(Transcript original, Transcript again, Transcript slim) {
    static Runs of(ProbePlan plan, Callable<LocalServer> start) throws Exception {
        Transcript original;
        try (LocalServer server = start.call()) {
            original = new Probing(Ticker.system()).perform(plan, server, _ -> {});
        }
        return new Runs(original, replay(original, plan, start), replay(original, plan, start));
    }

    List<Difference> differences() {
        return new TranscriptComparison(List.of(original, again)).with(slim);
    }

    private static Transcript replay(Transcript original, ProbePlan plan, Callable<LocalServer> start) throws Exception {
        try (LocalServer server = start.call()) {
            return new Probing(Ticker.system()).replay(original.script(), plan, server, _ -> {});
        }
    }
}
