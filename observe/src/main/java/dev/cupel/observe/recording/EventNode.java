package dev.cupel.observe.recording;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A value in an event, asked without surprises: what is missing or of another kind is empty.
record EventNode(JsonNode json) {
    boolean has(String key) {
        return json.has(key);
    }

    EventNode at(String key) {
        JsonNode value = json.get(key);
        return new EventNode(value == null ? MissingNode.getInstance() : value);
    }

    boolean isPresent() {
        return !json.isMissingNode() && !json.isNull();
    }

    Stream<EventNode> elements() {
        return json.isArray() ? json.valueStream().map(EventNode::new) : Stream.empty();
    }

    /// The text of a member; empty if it has none.
    String text(String key) {
        JsonNode value = json.get(key);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    /// The value itself as text; empty if it is none.
    String text() {
        return json.isString() ? json.stringValue() : "";
    }

    /// The first of these members that has a text.
    Optional<String> firstText(String... keys) {
        return Stream.of(keys).map(this::text).filter(text -> !text.isEmpty()).findFirst();
    }

    /// A whole number, also one that stands as a text: protocol buffers write 64 bits so.
    OptionalLong number(String key) {
        JsonNode value = json.get(key);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        return value.isString() && value.stringValue().matches("-?\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(value.stringValue()))
                : OptionalLong.empty();
    }

    /// True only where the member says so, as a truth value or as a text.
    boolean says(String key, boolean wanted) {
        JsonNode value = json.get(key);
        return value != null
                && (value.isBoolean() ? value.booleanValue() == wanted : value.isString() && value.stringValue().equals(String.valueOf(wanted)));
    }
}
