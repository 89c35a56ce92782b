package dev.cupel.observe.probe.transcript.json;

import dev.cupel.observe.probe.transcript.Expectation;
import dev.cupel.observe.probe.transcript.Step;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/// Steps as JSON objects; an expectation of nothing is left out.
final class StepJson {
    private StepJson() {}

    static void write(Step step, ObjectNode to) {
        to.put("id", step.id()).put("phase", step.phase());
        AskJson.write(step.ask(), to.putObject("ask"));
        if (!step.expectation().equals(Expectation.ANYTHING)) {
            write(step.expectation(), to.putObject("expect"));
        }
    }

    static Step read(Fields from) throws MalformedTranscript {
        Expectation expectation = from.has("expect") ? expectation(from.child("expect")) : Expectation.ANYTHING;
        return new Step(from.text("id"), AskJson.read(from.child("ask")), expectation, from.text("phase"));
    }

    private static void write(Expectation expectation, ObjectNode to) {
        expectation.status().ifPresent(status -> to.put("status", status));
        expectation.exitCode().ifPresent(code -> to.put("exitCode", code));
        expectation.contains().forEach(to.putArray("contains")::add);
        expectation.absent().forEach(to.putArray("absent")::add);
        AskJson.headers(expectation.headers(), to.putArray("headers"));
    }

    private static Expectation expectation(Fields from) throws MalformedTranscript {
        return new Expectation(number(from, "status"), number(from, "exitCode"), from.texts("contains"), from.texts("absent"), AskJson.headers(from));
    }

    private static OptionalInt number(Fields from, String name) throws MalformedTranscript {
        return from.has(name) ? OptionalInt.of((int) from.number(name, 0, 999)) : OptionalInt.empty();
    }
}
