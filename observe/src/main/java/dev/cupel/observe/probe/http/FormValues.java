package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Answer;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds a value that an answer hands out to be handed back.
public final class FormValues {
    private FormValues() {}

    /// The value at a place in the answer's text; empty if it has none.
    ///
    /// @param place a hidden field's name, or a JSON pointer (`/items/0/id`)
    public static Optional<String> in(Answer.Http answer, String place) {
        if (!place.startsWith("/")) {
            return Jsoup.parse(answer.body().text()).select("input[type=hidden][name]").stream()
                    .filter(input -> input.attr("name").equals(place))
                    .map(input -> input.attr("value"))
                    .findFirst();
        }
        try {
            JsonNode found = JsonMapper.shared().readTree(answer.body().text()).at(place);
            return found.isValueNode() ? Optional.of(found.asString()) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // the new answer is not JSON: what differs will be told by comparing it
        }
    }
}
