package dev.cupel.observe.probe.transcript.json;

import dev.cupel.image.Digest;
import dev.cupel.image.Quoted;
import dev.cupel.observe.probe.transcript.Body;
import tools.jackson.databind.node.ObjectNode;

/// Contents of requests and answers as JSON.
final class BodyJson {
    private static final int BRIEF = 1_000;
    private static final int MOST_REPEATS = 4 << 20;

    private BodyJson() {}

    /// The text of a request; one long character repeated, which probes send to exceed limits, is written as such.
    static void writeText(String text, ObjectNode to) {
        boolean repeated = text.length() > BRIEF && text.chars().allMatch(c -> c == text.charAt(0));
        if (repeated) {
            to.putObject("repeat").put("text", text.substring(0, 1)).put("times", text.length());
        } else {
            to.put("body", text);
        }
    }

    static String readText(Fields from) throws MalformedTranscript {
        if (!from.has("repeat")) {
            return from.text("body");
        }
        Fields repeat = from.child("repeat");
        String text = repeat.text("text");
        if (text.length() != 1) {
            throw new MalformedTranscript(repeat.place() + ".text is not one character");
        }
        return text.repeat((int) repeat.number("times", 0, MOST_REPEATS));
    }

    static void write(Body body, ObjectNode to) {
        to.put("sizeBytes", body.sizeBytes()).put("digest", body.digest().toString()).put("text", body.text()).put("whole", body.whole());
    }

    static Body read(Fields from) throws MalformedTranscript {
        try {
            return new Body(from.number("sizeBytes", 0, Long.MAX_VALUE), Digest.parse(from.text("digest")), from.text("text"), from.flag("whole"));
        } catch (IllegalArgumentException e) {
            throw new MalformedTranscript("%s.digest: %s".formatted(from.place(), Quoted.of(String.valueOf(e.getMessage()))));
        }
    }
}
