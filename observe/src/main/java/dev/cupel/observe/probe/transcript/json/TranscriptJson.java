package dev.cupel.observe.probe.transcript.json;

import dev.cupel.image.Quoted;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.ReplayScript;
import dev.cupel.observe.probe.transcript.Step;
import dev.cupel.observe.probe.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes and reads transcripts and scripts. What is written holds no secret that [Secrets] knows.
public final class TranscriptJson {
    private static final int MOST_EXCHANGES = 20_000;
    private final JsonMapper mapper;

    /// @param maxCharacters of a text that is read
    public TranscriptJson(long maxCharacters) {
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(maxCharacters).maxNestingDepth(20).build())
                        .build())
                .build();
    }

    /// The transcript as a JSON tree, to be written by itself or as part of a report.
    public ObjectNode write(Transcript transcript, Secrets secrets) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode exchanges = root.putArray("exchanges");
        for (Exchange exchange : transcript.exchanges()) {
            ObjectNode one = exchanges.addObject();
            StepJson.write(exchange.step(), one);
            AnswerJson.write(exchange.answer(), one.putObject("answer"));
            exchange.unmet().forEach(one.putArray("unmet")::add);
            one.put("newFiles", exchange.newFiles()).put("tookMicros", exchange.took().toNanos() / 1_000);
        }
        root.put("log", transcript.log()).put("complete", transcript.complete());
        transcript.remarks().forEach(root.putArray("remarks")::add);
        secrets.maskIn(root);
        return root;
    }

    /// Reads what [#write] wrote.
    public Transcript read(String text) throws MalformedTranscript {
        Fields root = root(text);
        List<Exchange> exchanges = new ArrayList<>();
        for (Fields one : exchanges(root)) {
            exchanges.add(new Exchange(StepJson.read(one), AnswerJson.read(one.child("answer")), one.texts("unmet"),
                    one.number("newFiles", 0, Integer.MAX_VALUE), Duration.ofNanos(1_000 * one.number("tookMicros", 0, Integer.MAX_VALUE * 1_000L))));
        }
        distinct(exchanges.stream().map(Exchange::step).toList());
        return new Transcript(exchanges, root.text("log"), root.flag("complete"), root.texts("remarks"));
    }

    /// The questions alone of what [#write] wrote.
    public ReplayScript readScript(String text) throws MalformedTranscript {
        List<Step> steps = new ArrayList<>();
        for (Fields one : exchanges(root(text))) {
            steps.add(StepJson.read(one));
        }
        distinct(steps);
        return new ReplayScript(steps);
    }

    private Fields root(String text) throws MalformedTranscript {
        try {
            JsonNode node = mapper.readTree(text);
            return Fields.of("transcript", node);
        } catch (JacksonException e) {
            throw new MalformedTranscript("it is not JSON: " + Quoted.of(e.getOriginalMessage()));
        }
    }

    private static List<Fields> exchanges(Fields root) throws MalformedTranscript {
        List<Fields> exchanges = root.children("exchanges");
        if (exchanges.size() > MOST_EXCHANGES) {
            throw new MalformedTranscript("it has %d exchanges; at most %d are read".formatted(exchanges.size(), MOST_EXCHANGES));
        }
        return exchanges;
    }

    private static void distinct(List<Step> steps) throws MalformedTranscript {
        Set<String> seen = new HashSet<>();
        for (Step step : steps) {
            if (!seen.add(step.id())) {
                throw new MalformedTranscript("two exchanges have the id " + Quoted.of(step.id()));
            }
        }
    }
}
