package dev.cupel.observe.probe.transcript.json;

import dev.cupel.image.Quoted;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Readiness;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON objects; `kind` tells which.
final class AnswerJson {
    private AnswerJson() {}

    static void write(Answer answer, ObjectNode to) {
        switch (answer) {
            case Answer.State(var readiness) -> state(readiness, to);
            case Answer.Http http -> {
                to.put("kind", "http").put("status", http.status());
                AskJson.headers(http.headers(), to.putArray("headers"));
                BodyJson.write(http.body(), to.putObject("body"));
            }
            case Answer.Talk(var replies) -> replies.forEach(to.put("kind", "talk").putArray("replies")::add);
            case Answer.Ended(var code, var output, var errors) ->
                    to.put("kind", "ended").put("exitCode", code).put("output", output).put("errors", errors);
            case Answer.Silent(var reason) -> to.put("kind", "silent").put("reason", reason);
        }
    }

    static Answer read(Fields from) throws MalformedTranscript {
        return switch (from.text("kind")) {
            case "listening" -> new Answer.State(new Readiness.Listening(new TreeSet<>(from.texts("sockets"))));
            case "idle" -> new Answer.State(new Readiness.Idle());
            case "exited" -> new Answer.State(new Readiness.Exited(exitCode(from), from.text("log")));
            case "unready" -> new Answer.State(new Readiness.Unready(from.text("reason"), from.text("log")));
            case "http" -> new Answer.Http((int) from.number("status", 100, 999), AskJson.headers(from), BodyJson.read(from.child("body")));
            case "talk" -> new Answer.Talk(from.texts("replies"));
            case "ended" -> new Answer.Ended(exitCode(from), from.text("output"), from.text("errors"));
            case "silent" -> new Answer.Silent(from.text("reason"));
            default -> throw new MalformedTranscript("%s.kind is %s, which no answer is".formatted(from.place(), Quoted.of(from.text("kind"))));
        };
    }

    private static void state(Readiness readiness, ObjectNode to) {
        switch (readiness) {
            case Readiness.Listening(var sockets) -> sockets.forEach(to.put("kind", "listening").putArray("sockets")::add);
            case Readiness.Idle() -> to.put("kind", "idle");
            case Readiness.Exited(var code, var log) -> to.put("kind", "exited").put("exitCode", code).put("log", log);
            case Readiness.Unready(var reason, var log) -> to.put("kind", "unready").put("reason", reason).put("log", log);
        }
    }

    private static int exitCode(Fields from) throws MalformedTranscript {
        return (int) from.number("exitCode", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
