package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Borrowed;
import dev.cupel.observe.probe.transcript.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ids that JSON answers mentioned, by the path of the collection that was asked: what `POST /items` returned is good for
/// `/items/{id}`. The latest wins.
final class KnownIds {
    private static final List<String> PLACES = List.of("/id", "/_id", "/uuid", "/data/id", "/0/id", "/items/0/id", "/data/0/id", "/results/0/id",
            "/content/0/id", "/key", "/name");
    private final Map<String, Borrowed> byCollection = new HashMap<>();

    void learn(Exchange exchange) {
        if (!(exchange.ask() instanceof Ask.Http ask) || !(exchange.answer() instanceof Answer.Http answer)
                || answer.status() >= 300 || !answer.header("content-type").orElse("").contains("json")) {
            return;
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(answer.body().text());
            for (String place : PLACES) {
                JsonNode found = body.at(place);
                if (found.isNumber() || (found.isString() && !found.asString().isEmpty())) {
                    byCollection.put(Target.path(ask.target()), new Borrowed(exchange.id(), place, found.asString()));
                    return;
                }
            }
        } catch (JacksonException e) {
            byCollection.remove(Target.path(ask.target())); // it calls itself JSON and is none: nothing to learn from it
        }
    }

    Map<String, Borrowed> byCollection() {
        return Map.copyOf(byCollection);
    }
}
